-- Other syncs of the instansi that have begun and not ended, and whether a job of theirs still waits or runs.
SELECT s.id, EXISTS(
         SELECT FROM procrastinate_jobs j
         WHERE j.status IN ('todo', 'doing') AND j.queue_name IN ('sinkron', 'kirim', 'cocokkan')
           AND (j.args->>'sinkron')::int = s.id)
FROM sinkron s
WHERE s.instansi_id = %(instansi)s AND s.id <> %(sinkron)s AND s.mulai IS NOT NULL AND s.selesai IS NULL
