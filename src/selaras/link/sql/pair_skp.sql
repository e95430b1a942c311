-- SKP: one per side is a pair; with several, school and then overlap of dates decide. A semester's SKP that lies within
-- one SKP of the target shares it: e-Kinerja keeps the year where PMM kept two semesters.
WITH s AS (SELECT * FROM skp WHERE side = 1), t AS (SELECT * FROM skp WHERE side = 2),
candidate AS (
  SELECT s.id AS sid, t.id AS tid, s.nth, (s.sekolah_id = t.sekolah_id) IS TRUE AS sama,
         (s.mulai >= t.mulai AND s.selesai <= t.selesai AND (s.sekolah_id = t.sekolah_id) IS NOT FALSE) IS TRUE AS inside,
         least(s.selesai, t.selesai) - greatest(s.mulai, t.mulai) AS overlap
  FROM s JOIN t USING (orang_id, plt) WHERE s.n > 1 OR t.n > 1),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY tid ORDER BY sama DESC, overlap DESC, sid) AS rt,
            row_number() OVER (PARTITION BY sid ORDER BY sama DESC, overlap DESC, tid) AS rs
  FROM candidate WHERE overlap >= 0),
matched AS (
  SELECT s.id AS sid, t.id AS tid FROM s JOIN t USING (orang_id, plt) WHERE s.n = 1 AND t.n = 1
  UNION ALL SELECT sid, tid FROM ranked WHERE rt = 1 AND rs = 1
  UNION ALL SELECT sid, tid FROM ranked WHERE inside AND rs = 1 AND rt > 1)
INSERT INTO pasangan
SELECT 2, s.orang_id, 1000 * s.nth + CASE WHEN s.plt THEN 20000 ELSE 0 END,
       s.plt, coalesce(s.sekolah_id, t.sekolah_id), s.id, t.id, s.core, t.core, false
FROM s LEFT JOIN matched m ON m.sid = s.id LEFT JOIN t ON t.id = m.tid
WHERE s.nth < 5
UNION ALL
SELECT 2, t.orang_id, CASE WHEN coalesce(k.n, 0) = 0 THEN 0 ELSE 5000 END + 1000 * t.nth + CASE WHEN t.plt THEN 20000 ELSE 0 END,
       t.plt, t.sekolah_id, NULL, t.id, NULL, t.core, false
FROM t LEFT JOIN (SELECT orang_id, plt, count(*) AS n FROM s GROUP BY 1, 2) k USING (orang_id, plt)
WHERE t.nth < 5 AND NOT EXISTS (SELECT FROM matched m WHERE m.tid = t.id);
