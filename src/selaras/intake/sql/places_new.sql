-- Schools and units that this chunk names for the first time; their names come from the rows themselves.
-- Most rows name none: looking for the words first spares them the parsing.
SELECT g.place,
       max(CASE WHEN g.rest::text LIKE '%sekolah%' OR g.rest::text LIKE '%unor%' THEN
         coalesce(g.rest->>'sekolah', g.rest->>'nama_sekolah', g.rest->>'unor_nama', g.rest->>'skp_unor', g.rest->>'nama_unor') END),
       max(CASE WHEN g.rest::text LIKE '%unor_induk%' THEN coalesce(g.rest->>'unor_induk', g.rest->>'skp_unor_induk') END)
FROM stg g LEFT JOIN stg_place p USING (place) WHERE g.place IS NOT NULL AND p.place IS NULL GROUP BY 1;
