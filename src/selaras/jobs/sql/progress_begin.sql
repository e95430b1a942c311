-- The lock is taken before anybody can see the row.
WITH baru AS (
  INSERT INTO kemajuan(run_id, job_id, pekerjaan, mesin, pid, tahap)
  VALUES (%(run)s, %(job)s, %(pekerjaan)s, %(mesin)s, %(pid)s, 'mulai') RETURNING id)
SELECT id, pg_advisory_lock(%(kelas)s, id) FROM baru
