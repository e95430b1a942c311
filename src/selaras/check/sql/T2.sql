-- Marked induk at two schools in Dapodik.
SELECT 2 AS scope, a.orang_id::bigint AS ref, jsonb_build_object('sekolah', array_agg(DISTINCT s.nama)) AS detail
FROM record r JOIN akun a ON a.id = r.akun_id JOIN sekolah s ON s.id = r.sekolah_id
WHERE r.instansi_id = %(instansi)s AND r.side = 3 AND r.kind = 1 AND r.tahun = 0 AND r.gone_batch IS NULL AND (r.rest->>'induk')::boolean
GROUP BY a.orang_id HAVING count(DISTINCT r.sekolah_id) > 1
