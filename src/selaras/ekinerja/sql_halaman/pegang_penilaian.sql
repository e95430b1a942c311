SELECT g.nip, n.id, n.skp_id, n.slot, n.hasil_kerja, n.perilaku_kerja, n.predikat, coalesce(n.umpan_balik, '') AS umpan_balik, n.penilai_nip,
  (n.waktu_dinilai AT TIME ZONE 'Asia/Jakarta')::date AS tanggal, n.versi
FROM ek_pegawai g JOIN ek_skp s ON s.pegawai_id = g.id AND s.tahun = %(tahun)s AND s.ditarik IS NULL
JOIN ek_penilaian n ON n.skp_id = s.id AND n.ditarik IS NULL
WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s)
