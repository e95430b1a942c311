-- The final report of the school is locked, and since then one of its entries moved.
SELECT 3 AS scope, l.sekolah_id::bigint AS ref, jsonb_build_object('dikunci', to_char(l.dikunci_pada, 'DD-MM-YYYY'), 'oleh', l.dikunci_oleh) AS detail
FROM laporan_akhir l JOIN instansi i ON i.id = l.instansi_id AND NOT i.hanya_baca
WHERE l.tahun = %(tahun)s AND l.instansi_id = %(instansi)s AND l.dibuka_pada IS NULL
  AND EXISTS (SELECT FROM entry e WHERE e.sekolah_id = l.sekolah_id AND e.tahun = l.tahun AND e.excluded IS NULL AND e.source_core IS DISTINCT FROM e.target_core
              AND coalesce((SELECT k.putusan FROM telaah_berlaku k WHERE k.entry_id = e.id LIMIT 1), 0) <> 4)
