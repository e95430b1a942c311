-- e-Kinerja changed after the sides had agreed, and PMM did not.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('ekinerja', t.predikat, 'tanggal_data', t.per) AS detail
FROM entry e JOIN record t ON t.id = e.target_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.base_core IS NOT NULL AND e.source_core = e.base_core AND e.target_core <> e.base_core
