SELECT g.nip, s.npsn, s.plt, n.slot, n.hasil, n.perilaku, n.predikat, n.umpan_balik, a.nip AS penilai_nip,
  (n.dinilai AT TIME ZONE 'Asia/Jakarta')::date AS tanggal
FROM pm_pegawai g JOIN pm_skp s ON s.pegawai_id = g.id AND s.tahun = %(tahun)s
JOIN pm_penilaian n ON n.skp_id = s.id AND n.status = 3 LEFT JOIN pm_pegawai a ON a.id = n.penilai_id
WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s) AND g.aktif ORDER BY s.mulai, s.id, n.slot
