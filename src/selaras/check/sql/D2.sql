-- e-Kinerja changed after the sides had agreed, and PMM did not. Where e-Kinerja can be written, also when both did:
-- nobody's change is written over without a word.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('ekinerja', t.predikat, 'tanggal_data', t.per) AS detail
FROM entry e JOIN record t ON t.id = e.target_id JOIN instansi i ON i.id = e.instansi_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.base_core IS NOT NULL AND (e.source_core = e.base_core OR e.source_core <> e.target_core AND NOT i.hanya_baca)
  AND e.target_core <> e.base_core
