-- Rows that an earlier file of this kind had damaged and that this batch shows whole. Few are looked up one by one: within
-- the import nothing has statistics, and OFFSET keeps the planner to the index on the account. What a replaced batch had
-- damaged is no longer asked for.
UPDATE baris b SET cleared_batch = %(batch)s
FROM batch k
WHERE k.id = b.batch_id AND k.connector = %(connector)s AND k.instansi_id = %(instansi)s AND k.id < %(batch)s AND k.diganti_oleh IS NULL
  AND b.kelas = 1 AND b.cleared_batch IS NULL AND b.nip IS NOT NULL
  AND EXISTS (
    SELECT FROM (SELECT a.id FROM akun a WHERE a.nip = b.nip AND a.instansi_id = %(instansi)s OFFSET 0) a
    CROSS JOIN LATERAL (SELECT * FROM record r WHERE r.akun_id = a.id OFFSET 0) r
    WHERE r.batch_id = %(batch)s AND r.kind = b.kind
      AND (b.tahun IS NULL OR r.tahun = b.tahun) AND (b.slot IS NULL OR r.slot = b.slot));
