-- Every entry of a person in a year with the fields of both sides, and the word of the head that is in force.
SELECT e.id, e.kind, e.slot %% 1000 AS slot, coalesce(e.keadaan, 0) AS keadaan, c.kode, coalesce(e.source_core = e.target_core, false) AS sama,
  s.id IS NOT NULL AS ada_pmm, s.status AS status_pmm, s.hasil AS hasil_pmm, s.perilaku AS perilaku_pmm, s.predikat AS predikat_pmm,
  s.mulai AS mulai_pmm, s.selesai AS selesai_pmm, s.rest->>'jabatan' AS jabatan_pmm, s.per AS per_pmm,
  t.id IS NOT NULL AS ada_ekinerja, t.status AS status_ekinerja, t.hasil AS hasil_ekinerja, t.perilaku AS perilaku_ekinerja, t.predikat AS predikat_ekinerja,
  t.mulai AS mulai_ekinerja, t.selesai AS selesai_ekinerja, coalesce(t.rest->>'skp_jabatan', t.rest->>'jabatan') AS jabatan_ekinerja, t.per AS per_ekinerja,
  k.putusan, k.oleh AS diputuskan_oleh, k.pada AS diputuskan_pada, k.alasan
FROM entry e LEFT JOIN record s ON s.id = e.source_id LEFT JOIN record t ON t.id = e.target_id LEFT JOIN code c ON c.id = e.code
LEFT JOIN LATERAL (SELECT * FROM telaah_berlaku x WHERE x.entry_id = e.id LIMIT 1) k ON true
WHERE e.orang_id = %(orang)s AND e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
ORDER BY e.kind, e.slot;
