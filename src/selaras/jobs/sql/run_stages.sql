-- How far a run is: a row per process that works for it. A row whose session lock is gone belongs to a process that died.
SELECT k.tahap, k.sudah, k.jumlah, k.mulai, extract(epoch FROM now() - k.tahap_mulai)::float8 AS detik_tahap,
       NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = %(kelas)s AND l.objid = k.id AND l.objsubid = 2
                   AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS mati
FROM kemajuan k WHERE k.run_id = %(run)s ORDER BY k.id
