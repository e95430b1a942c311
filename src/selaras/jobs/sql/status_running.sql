-- What goes on, in whatever process: a row whose session lock is gone belongs to a process that died.
SELECT k.run_id AS run, k.job_id AS nomor, k.pekerjaan, r.actor AS oleh, k.mesin, k.pid, k.tahap, k.sudah, k.jumlah, k.mulai,
       extract(epoch FROM now() - k.tahap_mulai)::float8 AS detik_tahap,
       extract(epoch FROM now() - k.diperbarui)::float8 AS detik_diam,
       NOT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                   WHERE l.locktype = 'advisory' AND l.classid = %(kelas)s AND l.objid = k.id AND l.objsubid = 2 AND l.granted) AS mati
FROM kemajuan k LEFT JOIN run r ON r.id = k.run_id
ORDER BY k.id
