-- Keys with two contents (G2) that this chunk shows again, or of which an earlier chunk has stored the first.
SELECT 1 FROM stg_ganda JOIN stg USING (tahun, kind, native, slot)
UNION ALL
SELECT 1 FROM stg_ganda k CROSS JOIN LATERAL (              -- LIMIT: one look into the index per key, whatever the planner believes
  SELECT r.batch_id FROM record r
  WHERE r.tahun = k.tahun AND r.side = %(side)s AND r.kind = k.kind AND r.native = k.native AND r.slot = k.slot LIMIT 1) r
WHERE r.batch_id = %(batch)s
LIMIT 1;
