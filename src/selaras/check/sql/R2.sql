-- Rated, not sent.
SELECT 1 AS scope, e.id AS ref, '{}'::jsonb AS detail
FROM entry e JOIN record r ON r.id = e.source_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt AND r.status = 2
