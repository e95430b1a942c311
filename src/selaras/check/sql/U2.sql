-- The only unit of a school is inactive, or the reference of units does not know it.
SELECT 3 AS scope, u.sekolah_id::bigint AS ref, jsonb_build_object('unor', min(u.nama)) AS detail
FROM unor u
WHERE u.instansi_id = %(instansi)s AND u.sekolah_id IS NOT NULL AND u.native NOT LIKE 'nama:%%'
GROUP BY u.sekolah_id
HAVING bool_and(NOT u.aktif OR (EXISTS (SELECT FROM record r WHERE r.kind = 11 AND r.tahun = 0 AND r.gone_batch IS NULL AND r.instansi_id = %(instansi)s)
  AND NOT EXISTS (SELECT FROM record r WHERE r.kind = 11 AND r.tahun = 0 AND r.gone_batch IS NULL AND r.rest->>'id' = u.native)))
