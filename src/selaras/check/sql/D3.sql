-- Withdrawn in PMM after both sides had agreed, and e-Kinerja still holds it. Only where e-Kinerja can be written.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('ekinerja', t.predikat) AS detail
FROM entry e JOIN record t ON t.id = e.target_id JOIN instansi i ON i.id = e.instansi_id AND NOT i.hanya_baca
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND NOT e.plt AND e.source_id IS NULL AND e.target_core IS NOT NULL AND e.base_core IS NOT NULL
  AND EXISTS (SELECT FROM akun a JOIN record s ON s.akun_id = a.id
              WHERE a.orang_id = e.orang_id AND s.side = 1 AND s.kind = e.kind AND s.tahun = e.tahun AND s.gone_batch IS NOT NULL
                AND (e.kind = 2 OR s.slot = e.slot %% 1000))
