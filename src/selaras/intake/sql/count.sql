SELECT count(*) FILTER (WHERE s.kind = 4),
       count(*) FILTER (WHERE s.kind <> 4 AND r.id IS NULL),
       count(*) FILTER (WHERE s.kind <> 4 AND r.raw_hash <> s.raw_hash AND r.per <= %(batas)s),
       count(*) FILTER (WHERE s.kind <> 4 AND (r.raw_hash = s.raw_hash OR r.per > %(batas)s)),
       count(*) FILTER (WHERE s.kind = 1 AND (r.id IS NULL OR r.raw_hash <> s.raw_hash))
FROM stg s LEFT JOIN record r
  ON r.tahun = s.tahun AND r.side = %(side)s AND r.kind = s.kind AND r.native = s.native AND r.slot = s.slot;
