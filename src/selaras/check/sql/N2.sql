-- A NIP that a spreadsheet damaged. The digits that survive are the birth date; with the name they say whose row it
-- may be, so that nobody is told to press a button for a row that is there but unreadable. Nothing is linked.
SELECT 2 AS scope, p.orang_id::bigint AS ref, jsonb_build_object('batch', min(d.batch_id), 'baris', min(d.line), 'lembar', min(d.sheet)) AS detail
FROM damaged_nip d JOIN potret p ON p.nama_normal = d.nama_normal AND p.lahir = d.lahir AND p.instansi_id = %(instansi)s
WHERE (SELECT count(*) FROM potret q WHERE q.instansi_id = %(instansi)s AND q.nama_normal = d.nama_normal AND q.lahir = d.lahir) = 1
GROUP BY p.orang_id
UNION ALL
SELECT 2, a.orang_id, jsonb_build_object('batch', min(r.batch_id), 'baris', min(r.line), 'lembar', min(r.sheet))
FROM akun a JOIN record r ON r.akun_id = a.id AND r.kind = 1 AND r.gone_batch IS NULL
WHERE a.instansi_id = %(instansi)s AND 'N2' = ANY(a.kode)
  AND NOT EXISTS (SELECT FROM damaged_nip d JOIN potret p ON p.nama_normal = d.nama_normal AND p.lahir = d.lahir WHERE p.orang_id = a.orang_id)
GROUP BY a.orang_id
UNION ALL
SELECT 6, d.id, jsonb_build_object('batch', d.batch_id, 'baris', d.line, 'lembar', d.sheet, 'nama', d.nama)
FROM damaged_nip d
WHERE (SELECT count(*) FROM potret q WHERE q.instansi_id = %(instansi)s AND q.nama_normal = d.nama_normal AND q.lahir = d.lahir) <> 1
