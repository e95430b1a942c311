-- Refusals of a year after which the person, the period, the unit or the head's SKP changed in the data: they are let go,
-- and the value may be sent again. Ratings and log rows do not count: they change by being refused.
WITH ditolak AS MATERIALIZED (
  SELECT o.id, o.run_id, e.id AS entry_id, e.orang_id, e.sekolah_id, CASE WHEN e.kind = 3 THEN e.slot %% 1000 END AS slot
  FROM plan p JOIN operation o ON o.plan_id = p.id AND o.status = 7 AND o.dilepas IS NULL JOIN entry e ON e.id = o.entry_id
  WHERE p.instansi_id = %(instansi)s AND p.tahun = %(tahun)s),
acuan AS MATERIALIZED (                                      -- references that changed, and in which run
  SELECT r.kind, r.slot, coalesce(u.sekolah_id, r.sekolah_id) AS sekolah_id, max(b.run_id) AS run_id
  FROM record r JOIN batch b ON b.id IN (r.batch_id, r.gone_batch) LEFT JOIN unor u ON u.id = r.unor_id
  WHERE EXISTS (SELECT FROM ditolak) AND r.tahun IN (0, %(tahun)s) AND r.side IN (2, 4, 5) AND r.kind IN (11, 12, 14)
    AND r.instansi_id = %(instansi)s AND b.run_id > (SELECT min(run_id) FROM ditolak)
  GROUP BY 1, 2, 3),
sebab AS (
  SELECT d.id, d.entry_id, CASE
    WHEN EXISTS (SELECT FROM akun a JOIN record r ON r.akun_id = a.id AND r.kind IN (1, 2) JOIN batch b ON b.id IN (r.batch_id, r.gone_batch)
                 WHERE a.orang_id = d.orang_id AND b.run_id > d.run_id) THEN 'data orangnya'
    WHEN EXISTS (SELECT FROM acuan a WHERE a.kind = 12 AND a.slot IN (0, d.slot) AND a.run_id > d.run_id) THEN 'periodenya'
    WHEN EXISTS (SELECT FROM acuan a WHERE a.kind IN (11, 14) AND a.sekolah_id = d.sekolah_id AND a.run_id > d.run_id) THEN 'unit kerjanya'
    WHEN EXISTS (SELECT FROM potret h JOIN akun a ON a.orang_id = h.orang_id JOIN record r ON r.akun_id = a.id AND r.side = 2 AND r.kind = 2
                 JOIN batch b ON b.id IN (r.batch_id, r.gone_batch)
                 WHERE h.sekolah_id = d.sekolah_id AND h.kepala AND b.run_id > d.run_id) THEN 'SKP kepala sekolahnya' END AS apa
  FROM ditolak d),
lepas AS (
  UPDATE operation o SET dilepas = s.apa || ' berubah' FROM sebab s WHERE o.id = s.id AND s.apa IS NOT NULL RETURNING o.entry_id)
UPDATE entry e SET refused_of = NULL FROM lepas l WHERE e.id = l.entry_id;
