-- Agreed less than 1 x 24 hours before the data were drawn; only a date is known, so until the end of the next day.
SELECT 2 AS scope, e.orang_id::bigint AS ref, jsonb_build_object('waktu_coba', max(r.tanggal) + 2) AS detail
FROM entry e JOIN record r ON r.id = e.source_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 2 AND NOT e.plt AND e.target_id IS NULL
  AND r.status = 4 AND r.tanggal BETWEEN %(per)s::date - 1 AND %(per)s
GROUP BY e.orang_id
