SELECT queue_name AS nama,
       count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at <= now(), true)) AS siap,
       count(*) FILTER (WHERE status = 'todo' AND scheduled_at > now()) AS terjadwal,
       count(*) FILTER (WHERE status = 'doing') AS dikerjakan,
       count(*) FILTER (WHERE status = 'failed') AS gagal,
       min(scheduled_at) FILTER (WHERE status = 'todo' AND scheduled_at > now()) AS berikutnya
FROM procrastinate_jobs WHERE queue_name <> 'detak'
GROUP BY 1 ORDER BY 1
