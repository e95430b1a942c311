-- The same in what e-Kinerja itself accepted: a note, an official system is not overruled.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('hasil', r.hasil, 'perilaku', r.perilaku, 'predikat', r.predikat, 'batch', r.batch_id, 'baris', r.line, 'lembar', r.sheet) AS detail
FROM entry e JOIN record r ON r.id = e.target_id LEFT JOIN matriks m ON m.hasil = r.hasil AND m.perilaku = r.perilaku
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND r.predikat IS NOT NULL AND r.hasil IS NOT NULL AND r.perilaku IS NOT NULL
  AND m.predikat IS DISTINCT FROM r.predikat
