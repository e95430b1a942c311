SELECT id FROM procrastinate_jobs j
WHERE status = 'todo' AND queue_name <> 'detak' AND (scheduled_at IS NULL OR scheduled_at <= now())
  AND NOT EXISTS (SELECT FROM procrastinate_jobs o WHERE o.lock = j.lock AND o.status = 'doing')
LIMIT 1
