-- Schools and units that this chunk names for the first time; their names come from the rows themselves.
-- Most rows name none: looking for the words first spares them the parsing.
SELECT g.place, max(coalesce(x.sekolah, x.nama_sekolah, x.unor_nama, x.skp_unor, x.nama_unor)), max(coalesce(x.unor_induk, x.skp_unor_induk))
FROM stg g LEFT JOIN stg_place p USING (place)
LEFT JOIN LATERAL json_to_record(CASE WHEN g.rest::text LIKE '%sekolah%' OR g.rest::text LIKE '%unor%' THEN g.rest END) AS x(
  sekolah text, nama_sekolah text, unor_nama text, skp_unor text, nama_unor text, unor_induk text, skp_unor_induk text) ON true
WHERE g.place IS NOT NULL AND p.place IS NULL GROUP BY 1;
