-- The head of a school has no SKP in e-Kinerja although the report covers him: his teachers cannot sync.
-- Where e-Kinerja can be written, his SKP rides ahead of theirs in the same plan when nothing else holds it.
SELECT 3 AS scope, h.sekolah_id::bigint AS ref, jsonb_build_object('kepala', min(h.nama)) AS detail
FROM potret h
WHERE h.instansi_id = %(instansi)s AND h.kepala AND h.aktif AND h.sekolah_id IS NOT NULL
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 2 AND c.kind = 2 AND c.tahun = %(tahun)s AND (c.semua OR c.sekolah_id = h.sekolah_id))
GROUP BY h.sekolah_id
HAVING NOT EXISTS (
    SELECT FROM potret k JOIN entry e ON e.orang_id = k.orang_id AND e.tahun = %(tahun)s AND e.kind = 2 AND e.target_id IS NOT NULL
    WHERE k.sekolah_id = h.sekolah_id AND (k.kepala OR e.plt))
  AND NOT EXISTS (SELECT FROM temuan t JOIN potret k ON k.orang_id = t.ref WHERE t.kode = 'N2' AND t.scope = 2 AND k.sekolah_id = h.sekolah_id AND k.kepala)
  AND NOT EXISTS (
    SELECT FROM potret k JOIN entry e ON e.orang_id = k.orang_id AND e.tahun = %(tahun)s AND e.kind = 2 AND e.source_core IS NOT NULL AND NOT e.plt
    JOIN instansi i ON i.id = k.instansi_id AND NOT i.hanya_baca
    WHERE k.sekolah_id = h.sekolah_id AND k.kepala AND e.refused_of IS DISTINCT FROM e.source_core
      AND NOT EXISTS (SELECT FROM temuan t JOIN code c ON c.kode = t.kode AND c.weight >= 10
                      WHERE t.scope = 2 AND t.ref = k.orang_id OR t.scope = 1 AND t.ref = e.id))
