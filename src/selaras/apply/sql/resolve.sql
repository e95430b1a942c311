-- What became of operations that this worker holds. Back to 0 (8 in a closed plan), refused or lapsed: the entry is let go; after a refusal or
-- a lapse, whatever needs the operation lapses in the same statement.
WITH RECURSIVE a AS (
  SELECT * FROM unnest(%(id)s::bigint[], %(status)s::smallint[], %(jawaban)s::jsonb[], %(sebab)s::text[]) AS a(id, status, jawaban, sebab)),
mine AS MATERIALIZED (                                       -- LIMIT: statistics say that nobody has anything in hand; only the index is safe
  SELECT a.*, x.ditutup FROM a CROSS JOIN LATERAL (
    SELECT p.ditutup FROM operation o JOIN plan p ON p.id = o.plan_id
    WHERE o.id = a.id AND o.status IN (1, 9) AND o.pekerja = %(pekerja)s LIMIT 1 FOR UPDATE OF o) x),
done AS (
  UPDATE operation o SET status = CASE WHEN m.status = 0 AND m.ditutup IS NOT NULL THEN 8 ELSE m.status END,
    jawaban = coalesce(m.jawaban, o.jawaban), sebab = m.sebab, run_id = %(pekerja)s, pada = %(now)s
  FROM mine m WHERE o.id = m.id
  RETURNING o.id, o.seq, o.plan_id, o.entry_id, o.status, o.source_core),
freed AS (
  UPDATE entry e SET open_op = NULL, refused_of = CASE WHEN d.status = 7 THEN d.source_core ELSE e.refused_of END
  FROM done d WHERE e.id = d.entry_id AND e.open_op = d.id AND d.status IN (0, 7, 8)),
gone AS (
  SELECT plan_id, seq, seq AS karena FROM done WHERE status IN (7, 8)
  UNION ALL
  SELECT o.plan_id, o.seq, g.seq FROM gone g JOIN operation o ON o.plan_id = g.plan_id AND o.needs = g.seq AND o.status = 0),
lapsed AS (
  UPDATE operation o SET status = 8, run_id = %(pekerja)s, pada = %(now)s,
    sebab = 'Yang harus lebih dulu (nomor urut ' || g.karena || ') ditolak atau batal.'
  FROM gone g WHERE o.plan_id = g.plan_id AND o.seq = g.seq AND o.status = 0 RETURNING o.id)
SELECT status, count(*) FROM done GROUP BY 1
UNION ALL SELECT 8, count(*) FROM lapsed;
