-- Runs and syncs, newest first, a page of them; `n` is how many there are altogether. A sync that has not got its turn has no run.
-- A rehearsal lives on another day: the moments of a sync, which the server's clock gave, are told by that of its run.
WITH semua AS (
  SELECT r.id AS run, s.id AS sinkron, r.verb, s.macam, coalesce(s.oleh, r.actor) AS oleh, s.slot IS NOT NULL AS jadwal,
         coalesce(r.started - (s.mulai - s.diminta), r.started) AS diminta, r.started AS mulai,
         CASE WHEN s.id IS NULL THEN r.ended ELSE r.started + (s.selesai - s.mulai) END AS selesai,
         CASE WHEN s.id IS NULL THEN r.hasil ELSE s.hasil END AS hasil, coalesce(s.kalimat, r.kalimat) AS kalimat, s.plan_id AS rencana
  FROM run r LEFT JOIN sinkron s ON s.run_id = r.id AND s.instansi_id = %(instansi)s
  WHERE (%(verb)s::text[] IS NULL OR r.verb = ANY (%(verb)s)) AND (%(run)s::int IS NULL OR r.id = %(run)s)
  UNION ALL
  SELECT NULL, s.id, 'sinkron', s.macam, s.oleh, s.slot IS NOT NULL, s.diminta, s.mulai, s.selesai, s.hasil, s.kalimat, s.plan_id
  FROM sinkron s WHERE s.instansi_id = %(instansi)s AND s.run_id IS NULL AND %(run)s::int IS NULL),
halaman AS MATERIALIZED (
  SELECT x.*, count(*) OVER () AS n FROM semua x
  WHERE %(sinkron)s::int IS NULL OR x.sinkron = %(sinkron)s
  ORDER BY x.selesai IS NULL AND x.run IS NULL DESC, coalesce(x.run, 0) DESC, x.sinkron DESC
  LIMIT %(batas)s OFFSET %(lewati)s)
SELECT x.run, x.sinkron, x.verb, x.macam, x.oleh, x.jadwal, x.diminta, x.mulai, x.selesai, x.hasil, x.kalimat, x.rencana,
  EXISTS (SELECT FROM kemajuan k JOIN pg_locks l ON l.objid = k.id AND l.locktype = 'advisory' AND l.classid = %(kelas)s AND l.objsubid = 2
            AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          WHERE k.run_id = x.run) AS hidup,
  j.id IS NOT NULL AS antre, CASE WHEN j.scheduled_at > now() THEN j.scheduled_at END AS lagi, x.n
FROM halaman x
LEFT JOIN LATERAL (SELECT j.id, j.scheduled_at FROM procrastinate_jobs j
                   WHERE j.status IN ('todo', 'doing') AND j.queue_name IN ('sinkron', 'kirim', 'cocokkan') AND (j.args->>'sinkron')::int = x.sinkron
                   ORDER BY j.scheduled_at NULLS FIRST LIMIT 1) j ON true
ORDER BY x.selesai IS NULL AND x.run IS NULL DESC, coalesce(x.run, 0) DESC, x.sinkron DESC
