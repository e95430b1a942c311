-- The same row again in one file: counted once.
SELECT 6 AS scope, b.id AS ref, jsonb_build_object('batch', b.batch_id, 'baris', b.line, 'lembar', b.sheet) AS detail
FROM baris b JOIN batch k ON k.id = b.batch_id
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND b.kelas = 2 AND b.tahun IN (0, %(tahun)s)
