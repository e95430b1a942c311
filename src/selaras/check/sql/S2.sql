-- An SKP in PMM that is not Disepakati yet.
SELECT 2 AS scope, e.orang_id::bigint AS ref, jsonb_build_object('status', min(r.status)) AS detail
FROM entry e JOIN record r ON r.id = e.source_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 2 AND NOT e.plt AND r.status IS DISTINCT FROM 4
GROUP BY e.orang_id
