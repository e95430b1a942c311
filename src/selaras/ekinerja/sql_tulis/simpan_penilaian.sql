INSERT INTO ek_penilaian(id, instansi_id, skp_id, slot, periode_id, hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip, waktu_dinilai, versi,
  dibuat, diubah)
SELECT o.id, %(instansi)s, o.skp, o.slot, o.periode, o.hasil_kerja, o.perilaku_kerja, o.predikat, o.umpan_balik, nullif(o.penilai_nip, ''),
  o.tanggal::timestamp AT TIME ZONE 'Asia/Jakarta', o.versi, %(waktu)s, %(waktu)s
FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(id uuid, skp uuid, slot smallint, periode uuid, hasil_kerja smallint, perilaku_kerja smallint,
  predikat smallint, umpan_balik text, penilai_nip text, tanggal date, versi int)
ON CONFLICT (id) DO UPDATE SET (periode_id, hasil_kerja, perilaku_kerja, predikat, umpan_balik, penilai_nip, waktu_dinilai, versi, diubah) =
  (EXCLUDED.periode_id, EXCLUDED.hasil_kerja, EXCLUDED.perilaku_kerja, EXCLUDED.predikat, EXCLUDED.umpan_balik, EXCLUDED.penilai_nip,
   EXCLUDED.waktu_dinilai, EXCLUDED.versi, EXCLUDED.diubah)
