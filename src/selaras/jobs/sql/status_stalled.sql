SELECT j.id AS nomor, j.task_name AS pekerjaan, j.attempts AS percobaan, w.last_heartbeat AS detak_terakhir
FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
WHERE j.status = 'doing' AND j.queue_name <> 'detak'
  AND (w.id IS NULL OR w.last_heartbeat < now() - make_interval(secs => %(diam)s))
ORDER BY j.id
