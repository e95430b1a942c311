-- Keys with two contents (G2) that this chunk shows again, or of which an earlier chunk has stored the first.
SELECT 1 FROM stg_ganda JOIN stg USING (tahun, kind, native, slot)
UNION ALL
SELECT 1 FROM stg_ganda k
JOIN record r ON r.tahun = k.tahun AND r.side = %(side)s AND r.kind = k.kind AND r.native = k.native AND r.slot = k.slot
WHERE r.batch_id = %(batch)s
LIMIT 1;
