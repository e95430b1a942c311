-- A school with teachers that no unit is tied to. Without any map at all U5 speaks instead.
SELECT 3 AS scope, s.id::bigint AS ref, '{}'::jsonb AS detail
FROM sekolah s
WHERE s.instansi_id = %(instansi)s AND NOT EXISTS (SELECT FROM unor u WHERE u.sekolah_id = s.id)
  AND EXISTS (SELECT FROM potret p WHERE p.sekolah_id = s.id AND (p.di_pmm OR p.di_dapodik))
  AND EXISTS (SELECT FROM live_map)
