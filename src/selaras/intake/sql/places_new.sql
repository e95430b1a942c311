-- Schools and units that this chunk names for the first time; their names come from the rows themselves.
SELECT g.place, max(coalesce(g.rest->>'sekolah', g.rest->>'nama_sekolah', g.rest->>'unor_nama', g.rest->>'skp_unor', g.rest->>'nama_unor')),
       max(coalesce(g.rest->>'unor_induk', g.rest->>'skp_unor_induk'))
FROM stg g LEFT JOIN stg_place p USING (place) WHERE g.place IS NOT NULL AND p.place IS NULL GROUP BY 1;
