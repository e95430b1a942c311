-- The SKPs in e-Kinerja leave a hole or overlap, measured against what PMM agreed (or the year where PMM is not known).
WITH t AS (
  SELECT e.orang_id, r.mulai, r.selesai,
         max(r.selesai) OVER (PARTITION BY e.orang_id ORDER BY r.mulai, r.selesai ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sebelum,
         count(*) OVER (PARTITION BY e.orang_id) AS n
  FROM (SELECT DISTINCT orang_id, target_id FROM entry WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s AND kind = 2 AND NOT plt AND target_id IS NOT NULL) e
  JOIN record r ON r.id = e.target_id WHERE r.mulai IS NOT NULL AND r.selesai IS NOT NULL),
s AS (
  SELECT e.orang_id, min(r.mulai) AS mulai, max(r.selesai) AS selesai
  FROM entry e JOIN record r ON r.id = e.source_id
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 2 AND NOT e.plt AND r.status = 4 GROUP BY 1),
year AS (SELECT orang_id, min(mulai) AS mulai, max(selesai) AS selesai, bool_or(sebelum >= mulai) AS tumpang, bool_or(sebelum < mulai - 1) AS lubang, max(n) AS n FROM t GROUP BY 1)
SELECT 2 AS scope, y.orang_id::bigint AS ref,
  jsonb_build_object('rentang', CASE
    WHEN y.tumpang THEN 'tumpang tindih antara dua SKP' WHEN y.lubang THEN 'lubang di antara dua SKP'
    WHEN y.mulai > s.mulai THEN to_char(s.mulai, 'DD-MM-YYYY') || ' s.d. ' || to_char(y.mulai - 1, 'DD-MM-YYYY')
    ELSE to_char(y.selesai + 1, 'DD-MM-YYYY') || ' s.d. ' || to_char(s.selesai, 'DD-MM-YYYY') END) AS detail
FROM year y LEFT JOIN s USING (orang_id)
WHERE y.tumpang OR y.lubang OR y.mulai > s.mulai OR y.selesai < s.selesai
