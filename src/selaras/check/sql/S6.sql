-- SKP of a Plt./Plh.: only the SKP of the definitive position is carried.
SELECT DISTINCT 2 AS scope, e.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.plt
