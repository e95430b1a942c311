-- A pengawas whose NIP, NIK or sex and birth date do not agree between the systems.
SELECT DISTINCT 2 AS scope, p.orang_id::bigint AS ref, jsonb_build_object('beda', CASE WHEN a.nip <> b.nip THEN 'NIP' ELSE 'NIK' END) AS detail
FROM potret p JOIN akun a ON a.orang_id = p.orang_id AND a.sistem = 4 JOIN akun b ON b.orang_id = p.orang_id AND b.sistem IN (1, 3)
WHERE p.instansi_id = %(instansi)s AND p.pengawas AND (a.nip <> b.nip OR a.nik <> b.nik)
