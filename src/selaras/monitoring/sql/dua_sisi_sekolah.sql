-- What PMM / Ruang GTK says and what e-Kinerja shows of everybody at one school in a year, entry by entry.
SELECT e.orang_id, e.kind, e.slot %% 1000 AS slot, e.keadaan, s.status AS status_pmm, s.hasil AS hasil_pmm, s.perilaku AS perilaku_pmm, s.predikat AS predikat_pmm,
  t.status AS status_ekinerja, t.hasil AS hasil_ekinerja, t.perilaku AS perilaku_ekinerja, t.predikat AS predikat_ekinerja, e.source_core = e.target_core AS sama,
  s.per AS per_pmm, t.per AS per_ekinerja
FROM entry e LEFT JOIN record s ON s.id = e.source_id LEFT JOIN record t ON t.id = e.target_id
WHERE e.sekolah_id = %(sekolah)s AND e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
ORDER BY e.orang_id, e.kind, e.slot;
