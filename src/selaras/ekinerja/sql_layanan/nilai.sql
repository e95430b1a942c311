INSERT INTO ek_penilaian(instansi_id, skp_id, slot, periode_id, hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip,
  waktu_dinilai, versi, dibuat, diubah)
SELECT %(instansi)s, %(skp)s, %(slot)s, %(periode)s, %(hasil)s, %(perilaku)s, %(predikat)s, %(umpan_balik)s, %(penilai)s, %(dinilai)s,
  1 + coalesce(max(versi), 0), %(waktu)s, %(waktu)s FROM ek_penilaian WHERE skp_id = %(skp)s AND slot = %(slot)s
ON CONFLICT (skp_id, slot) WHERE ditarik IS NULL DO UPDATE SET (periode_id, hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip,
  waktu_dinilai, versi, diubah) = (EXCLUDED.periode_id, EXCLUDED.hasil_kerja, EXCLUDED.perilaku_kerja, EXCLUDED.predikat,
  EXCLUDED.umpan_balik, EXCLUDED.penilai_nip, EXCLUDED.waktu_dinilai, EXCLUDED.versi, EXCLUDED.diubah)
RETURNING versi
