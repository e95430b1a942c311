WITH kept AS (
  INSERT INTO record_old
  SELECT r.* FROM record r JOIN stg s ON r.tahun = s.tahun AND r.side = %(side)s AND r.kind = s.kind AND r.native = s.native AND r.slot = s.slot
  WHERE (r.raw_hash <> s.raw_hash OR r.gone_batch IS NOT NULL) AND r.per <= %(batas)s
  RETURNING id, raw_hash, batch_id, gone_batch)
INSERT INTO stg_old SELECT id, raw_hash, batch_id FROM kept WHERE gone_batch IS NULL;
