-- How a plan stands for one worker: still sealed, his own unknown, in flight with the living, left by the dead; why it rests.
WITH hidup AS (
  SELECT objid::bigint::int AS pekerja FROM pg_locks
  WHERE locktype = 'advisory' AND classid = %(kelas)s AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
SELECT count(*) FILTER (WHERE o.status = 0 {bagian}),
       count(*) FILTER (WHERE o.status <> 0 AND (o.pekerja IS NULL OR o.pekerja = %(pekerja)s OR o.pekerja NOT IN (SELECT pekerja FROM hidup))),
       count(*) FILTER (WHERE o.status <> 0 AND o.pekerja <> %(pekerja)s AND o.pekerja IN (SELECT pekerja FROM hidup)),
       max(p.jeda), bool_or(p.ditutup IS NOT NULL)
FROM plan p LEFT JOIN operation o ON o.plan_id = p.id AND o.status IN (0, 1, 9) WHERE p.id = %(plan)s;
