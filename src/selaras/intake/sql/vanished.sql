-- Records in the declared scope that this batch no longer shows: (how many there are, how many vanished).
-- Manajemen Periode (kind 12) is one list of all years. Batch and unit are looked up row by row: within the import nothing
-- has statistics, and a join would read every unit for each of a hundred thousand records.
WITH scope AS (
  SELECT r.id, r.batch_id = %(batch)s OR EXISTS (SELECT FROM stg_seen s WHERE s.tahun = r.tahun AND s.kind = r.kind AND s.native = r.native AND s.slot = r.slot)
    OR EXISTS (SELECT FROM stg_ganda g WHERE g.tahun = r.tahun AND g.kind = r.kind AND g.native = r.native AND g.slot = r.slot) AS seen
  FROM record r
  WHERE r.instansi_id = %(instansi)s AND r.side = %(side)s AND r.gone_batch IS NULL AND r.per <= %(batas)s
    AND (r.batch_id IN (SELECT id FROM batch WHERE instansi_id = %(instansi)s AND connector = %(connector)s)) IS TRUE
    AND r.kind = %(kind)s AND (r.tahun = %(tahun)s OR r.kind = 12) AND (%(slot)s::smallint IS NULL OR r.slot = %(slot)s)
    AND (%(induk)s::text IS NULL OR (SELECT u.induk FROM unor u WHERE u.id = r.unor_id) = %(induk)s)
    AND (%(units)s::int[] IS NULL OR r.unor_id = ANY(%(units)s))
    AND (%(schools)s::int[] IS NULL OR r.sekolah_id = ANY(%(schools)s))),
gone AS (
  UPDATE record r SET gone_batch = %(batch)s FROM scope WHERE scope.id = r.id AND NOT scope.seen RETURNING r.id, r.akun_id, r.kind),
unlisted AS (                                               -- whom no row of a roster names any more
  UPDATE akun a SET terdaftar = false FROM gone
  WHERE gone.kind = 1 AND a.id = gone.akun_id
    AND NOT EXISTS (SELECT FROM record q WHERE q.akun_id = a.id AND q.kind = 1 AND q.gone_batch IS NULL AND q.id NOT IN (SELECT id FROM gone)))
SELECT (SELECT count(*) FROM scope), (SELECT count(*) FROM gone);
