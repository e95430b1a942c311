-- Schools and units that this chunk names for the first time; their names come from the rows themselves. No row of PMM
-- (side 1) names its school, and of the others most name none: looking for the words first spares them the parsing.
WITH baru AS MATERIALIZED (SELECT DISTINCT place FROM stg WHERE place IS NOT NULL EXCEPT SELECT place FROM stg_place)
SELECT b.place, max(coalesce(x.sekolah, x.nama_sekolah, x.unor_nama, x.skp_unor, x.nama_unor)), max(coalesce(x.unor_induk, x.skp_unor_induk))
FROM baru b LEFT JOIN stg g ON %(side)s <> 1 AND g.place = b.place
LEFT JOIN LATERAL json_to_record(CASE WHEN g.rest::text LIKE '%%sekolah%%' OR g.rest::text LIKE '%%unor%%' THEN g.rest END) AS x(
  sekolah text, nama_sekolah text, unor_nama text, skp_unor text, nama_unor text, unor_induk text, skp_unor_induk text) ON true
GROUP BY 1;
