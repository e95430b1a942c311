-- A NIP that a spreadsheet damaged. The digits that survive are the birth date; with the name they say whose row it
-- may be, so that nobody is told to press a button for a row that is there but unreadable. Nothing is linked.
WITH who AS MATERIALIZED (
  SELECT p.nama_normal, p.lahir, min(p.orang_id) AS orang_id, count(*) AS n
  FROM potret p JOIN (SELECT DISTINCT nama_normal, lahir FROM damaged_nip) d ON d.nama_normal = p.nama_normal AND d.lahir = p.lahir
  WHERE p.instansi_id = %(instansi)s GROUP BY 1, 2),
told AS MATERIALIZED (
  SELECT d.*, w.orang_id FROM damaged_nip d LEFT JOIN who w ON w.nama_normal = d.nama_normal AND w.lahir = d.lahir AND w.n = 1)
SELECT 2 AS scope, orang_id::bigint AS ref, jsonb_build_object('batch', min(batch_id), 'baris', min(line), 'lembar', min(sheet)) AS detail
FROM told WHERE orang_id IS NOT NULL GROUP BY orang_id
UNION ALL
SELECT 2, a.orang_id, jsonb_build_object('batch', min(r.batch_id), 'baris', min(r.line), 'lembar', min(r.sheet))
FROM akun a JOIN record r ON r.akun_id = a.id AND r.kind = 1 AND r.gone_batch IS NULL
WHERE a.instansi_id = %(instansi)s AND 'N2' = ANY(a.kode) AND NOT a.usang AND NOT EXISTS (SELECT FROM told WHERE told.orang_id = a.orang_id)
GROUP BY a.orang_id
UNION ALL
SELECT 6, id, jsonb_build_object('batch', batch_id, 'baris', line, 'lembar', sheet, 'nama', nama) FROM told WHERE orang_id IS NULL
