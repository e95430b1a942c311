-- One school with two active units, or one unit that the map gives to two schools.
SELECT 3 AS scope, sekolah_id::bigint AS ref, jsonb_build_object('unor', array_agg(nama ORDER BY nama)) AS detail
FROM unor WHERE instansi_id = %(instansi)s AND sekolah_id IS NOT NULL AND aktif AND native NOT LIKE 'nama:%%'
GROUP BY sekolah_id HAVING count(*) > 1
UNION
SELECT 3, s.id, jsonb_build_object('unor', array_agg(DISTINCT m.nama_unor ORDER BY m.nama_unor))
FROM live_map m JOIN sekolah s ON s.instansi_id = %(instansi)s AND s.npsn = m.npsn
WHERE m.aktif AND NOT EXISTS (SELECT FROM padan_unor d JOIN unor u ON u.id = d.unor_id WHERE u.native = m.unor_id AND d.dibatalkan IS NULL
                              AND d.sekolah_id IS DISTINCT FROM s.id)
GROUP BY s.id HAVING count(DISTINCT m.unor_id) > 1
UNION
SELECT 3, s.id, jsonb_build_object('unor', array_agg(DISTINCT m.nama_unor))
FROM live_map m JOIN sekolah s ON s.instansi_id = %(instansi)s AND s.npsn = m.npsn
WHERE m.aktif AND m.unor_id IN (SELECT unor_id FROM live_map WHERE npsn <> '' AND aktif GROUP BY 1 HAVING count(DISTINCT npsn) > 1)
  AND NOT EXISTS (SELECT FROM padan_unor d JOIN unor u ON u.id = d.unor_id WHERE u.native = m.unor_id AND d.dibatalkan IS NULL)
GROUP BY s.id
