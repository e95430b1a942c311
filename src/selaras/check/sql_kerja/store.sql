-- What is found now against what was known: the difference becomes history.
WITH found AS (
  SELECT DISTINCT ON (c.id, t.scope, t.ref) c.id AS code, t.scope, t.ref, t.detail
  FROM temuan t JOIN code c ON c.kode = t.kode WHERE t.ref IS NOT NULL ORDER BY c.id, t.scope, t.ref),
gone AS (
  DELETE FROM finding f WHERE f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s
    AND NOT EXISTS (SELECT FROM found n WHERE n.code = f.code AND n.scope = f.scope AND n.ref = f.ref)
  RETURNING f.code, f.scope, f.ref),
fresh AS (
  INSERT INTO finding AS f (tahun, code, scope, ref, instansi_id, since_run, since, detail)
  SELECT %(tahun)s, code, scope, ref, %(instansi)s, %(run)s, %(per)s, detail FROM found
  ON CONFLICT (tahun, code, scope, ref) DO UPDATE SET detail = EXCLUDED.detail WHERE f.detail IS DISTINCT FROM EXCLUDED.detail
  RETURNING f.code, f.scope, f.ref, f.since_run)
INSERT INTO finding_history(tahun, code, scope, ref, instansi_id, run_id, per, ada)
SELECT %(tahun)s, code, scope, ref, %(instansi)s, %(run)s, %(per)s, false FROM gone
UNION ALL
SELECT %(tahun)s, code, scope, ref, %(instansi)s, %(run)s, %(per)s, true FROM fresh WHERE since_run = %(run)s;
