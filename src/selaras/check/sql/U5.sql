-- No map of units and schools at all yet, although both are known.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint AS ref,
  jsonb_build_object('pasti', count(*) FILTER (WHERE pasti), 'ragu', count(*) FILTER (WHERE NOT pasti)) AS detail
FROM usul_unor
HAVING NOT EXISTS (SELECT FROM live_map) AND EXISTS (SELECT FROM unor WHERE instansi_id = %(instansi)s AND native NOT LIKE 'nama:%%')
  AND EXISTS (SELECT FROM sekolah WHERE instansi_id = %(instansi)s)
