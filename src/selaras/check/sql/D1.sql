-- e-Kinerja holds another rating and the sides never agreed on one.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('pmm', s.predikat, 'ekinerja', t.predikat, 'pmm_hasil', s.hasil, 'pmm_perilaku', s.perilaku,
  'ekinerja_hasil', t.hasil, 'ekinerja_perilaku', t.perilaku) AS detail
FROM entry e JOIN record s ON s.id = e.source_id JOIN record t ON t.id = e.target_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.source_core <> e.target_core AND e.base_core IS NULL AND s.status = 3
