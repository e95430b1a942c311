INSERT INTO ek_penilaian AS n (id, instansi_id, skp_id, slot, periode_id, hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip, waktu_dinilai,
  versi, dibuat, diubah)
SELECT coalesce(m.id, gen_random_uuid()), %(instansi)s, m.skp_id, m.slot, p.id, m.hasil_kerja, m.perilaku_kerja, m.predikat, m.umpan_balik,
  nullif(m.penilai_nip, ''), m.waktu_dinilai AT TIME ZONE 'Asia/Jakarta', 1, %(waktu)s, %(waktu)s
FROM ek_muat_penilaian m LEFT JOIN ek_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
LEFT JOIN ek_periode p ON p.instansi_id = %(instansi)s AND p.slot = m.slot AND (p.tahun IS NULL OR p.tahun = s.tahun)
ON CONFLICT (id) DO UPDATE SET (hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip, waktu_dinilai, versi, diubah) =
  (EXCLUDED.hasil_kerja, EXCLUDED.perilaku_kerja, EXCLUDED.predikat, EXCLUDED.umpan_balik, EXCLUDED.penilai_nip, EXCLUDED.waktu_dinilai,
   n.versi + 1, EXCLUDED.diubah)
WHERE n.instansi_id = EXCLUDED.instansi_id
