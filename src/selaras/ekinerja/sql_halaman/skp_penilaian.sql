-- Every period of the year, rated or not.
SELECT p.id AS periode_id, p.slot, p.nama, p.periode_awal, p.periode_akhir, p.batas_pengisian, n.hasil_kerja, n.perilaku_kerja, n.predikat, n.umpan_balik,
  n.waktu_dinilai, k.nama AS penilai, (SELECT max(d.terbitan) FROM ek_dokumen d WHERE d.skp_id = s.id AND d.slot = p.slot) AS terbitan
FROM ek_skp s JOIN ek_periode p ON p.instansi_id = s.instansi_id AND (p.tahun IS NULL OR p.tahun = s.tahun)
LEFT JOIN ek_penilaian n ON n.skp_id = s.id AND n.slot = p.slot AND n.ditarik IS NULL
LEFT JOIN ek_pegawai k ON k.instansi_id = s.instansi_id AND k.nip = n.penilai_nip
WHERE s.instansi_id = %(instansi)s AND s.id = %(skp)s ORDER BY p.slot
