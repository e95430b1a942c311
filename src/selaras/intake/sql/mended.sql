-- Accounts whose NIK this batch shows under another number, with the raw hash of their own roster row. The few NIKs that
-- two accounts share are looked up first: within the import nothing has statistics yet.
WITH ganda AS MATERIALIZED (
  SELECT nik FROM akun WHERE sistem = %(side)s AND instansi_id = %(instansi)s AND nik IS NOT NULL AND NOT usang
  GROUP BY nik HAVING count(*) > 1),
pair AS MATERIALIZED (
  SELECT a.id, a.nik FROM ganda JOIN akun a USING (nik) WHERE a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND NOT a.usang)
SELECT lama.id, replace(r.raw_hash::text, '-', '')
FROM pair baru JOIN record n ON n.akun_id = baru.id AND n.kind = 1 AND n.tahun = 0 AND n.side = %(side)s AND n.batch_id = %(batch)s
JOIN pair lama ON lama.nik = baru.nik AND lama.id <> baru.id
JOIN record r ON r.akun_id = lama.id AND r.kind = 1 AND r.gone_batch IS NULL AND r.batch_id < %(batch)s;
