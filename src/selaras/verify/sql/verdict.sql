-- What was seen: equal or not, the entry let go, the evidence written, and whatever waits for an operation that did not
-- stand lapses; one statement.
WITH RECURSIVE a AS (
  SELECT * FROM unnest(%(id)s::bigint[], %(status)s::smallint[], %(sebab)s::text[], %(core)s::uuid[], %(kolom)s::jsonb[],
                       %(terlihat)s::jsonb[], %(cocok)s::boolean[]) AS a(id, status, sebab, core, kolom, terlihat, cocok)),
ours AS MATERIALIZED (                                       -- LIMIT: statistics say that nothing was answered yet; only the index is safe
  SELECT a.* FROM a CROSS JOIN LATERAL (
    SELECT FROM operation o WHERE o.id = a.id AND o.status IN (2, 3)
      AND NOT EXISTS (SELECT FROM evidence v WHERE v.operation_id = o.id) LIMIT 1 FOR UPDATE OF o) x),
done AS (
  UPDATE operation o SET status = a.status, sebab = coalesce(a.sebab, o.sebab) FROM ours a WHERE o.id = a.id
  RETURNING o.id, o.seq, o.plan_id, o.entry_id, o.status, o.source_core, o.target_core),
freed AS (
  UPDATE entry e SET open_op = NULL FROM done d WHERE e.id = d.entry_id AND e.open_op = d.id),
gone AS (
  SELECT plan_id, seq, seq AS karena FROM done WHERE status = 8
  UNION ALL
  SELECT o.plan_id, o.seq, g.seq FROM gone g JOIN operation o ON o.plan_id = g.plan_id AND o.needs = g.seq AND o.status = 0),
lapsed AS (
  UPDATE operation o SET status = 8, run_id = %(run)s, pada = %(now)s, sebab = 'Yang harus lebih dulu (nomor urut ' || g.karena || ') ternyata tidak tersimpan.'
  FROM gone g WHERE o.plan_id = g.plan_id AND o.seq = g.seq AND o.status = 0),
written AS (
  INSERT INTO evidence(entry_id, run_id, operation_id, source_core, target_core, kolom, terlihat, cocok, telaah_id, pada)
  SELECT d.entry_id, %(run)s, d.id, d.source_core, a.core, ARRAY(SELECT jsonb_array_elements_text(a.kolom)), a.terlihat, a.cocok,
    (SELECT max(t.id) FROM telaah t WHERE t.entry_id = d.entry_id AND t.putusan IN (1, 3, 5)
       AND t.source_core IS NOT DISTINCT FROM d.source_core AND t.target_core IS NOT DISTINCT FROM d.target_core), %(now)s
  FROM done d JOIN a USING (id) ORDER BY d.seq)
SELECT id FROM done;
