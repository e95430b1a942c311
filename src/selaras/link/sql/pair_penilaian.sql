-- Ratings: at most one per side, person and slot is the first; a second one (another SKP) gets a slot 1000 further on.
-- PMM says of the SKP that it is a Plt.'s, not of its ratings: they carry the number of that SKP.
WITH acting AS (SELECT DISTINCT native FROM skp WHERE side = 1 AND plt),
r AS (
  SELECT r.id, r.side, a.orang_id, p.plt, coalesce(r.sekolah_id, u.sekolah_id) AS sekolah_id, r.core,
         t.slot + CASE WHEN p.plt THEN 20000 ELSE 0 END
           + 1000 * (row_number() OVER (PARTITION BY r.side, a.orang_id, t.slot, p.plt
                                        ORDER BY r.slot <> t.slot, r.mulai, r.id) - 1) AS slot
  FROM record r JOIN akun a ON a.id = r.akun_id LEFT JOIN unor u ON u.id = r.unor_id
  LEFT JOIN acting ON acting.native = r.native AND r.side = 1
  CROSS JOIN LATERAL (SELECT coalesce(r.plt, acting.native IS NOT NULL) AS plt) p
  JOIN slot_tahun t ON t.slot = r.slot OR t.semester = r.slot
  WHERE r.kind = 3 AND r.tahun = %(tahun)s AND r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND r.side IN (1, 2)),
s AS (SELECT * FROM r WHERE side = 1 AND slot < 32000), t AS (SELECT * FROM r WHERE side = 2 AND slot < 32000)
INSERT INTO pasangan
SELECT 3, orang_id, slot, coalesce(s.plt, t.plt), coalesce(s.sekolah_id, t.sekolah_id), s.id, t.id, s.core, t.core, false
FROM s FULL JOIN t USING (orang_id, slot);
