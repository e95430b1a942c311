SELECT id AS nomor, extract(epoch FROM now() - last_heartbeat)::float8 AS detik_diam,
       last_heartbeat >= now() - make_interval(secs => %(diam)s) AS hidup
FROM procrastinate_workers ORDER BY id
