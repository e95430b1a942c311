-- Accounts whose NIK this batch shows under another number, with the raw hash of their own roster row.
SELECT lama.id, replace(r.raw_hash::text, '-', '')
FROM record n JOIN akun baru ON baru.id = n.akun_id
JOIN akun lama ON lama.sistem = baru.sistem AND lama.instansi_id = baru.instansi_id AND lama.nik = baru.nik AND lama.id <> baru.id AND NOT lama.usang
JOIN record r ON r.akun_id = lama.id AND r.kind = 1 AND r.gone_batch IS NULL AND r.batch_id < %(batch)s
WHERE n.batch_id = %(batch)s AND n.kind = 1 AND n.tahun = 0 AND n.side = %(side)s AND baru.nik IS NOT NULL;
