SELECT s.id, s.npsn, k.nama AS sekolah, s.tahun, s.slot, s.mulai, s.selesai, s.peran, s.plt, s.jabatan, s.indikator, s.fokus, s.status, s.alasan,
  s.diajukan, s.disepakati, p.nama AS penilai
FROM pm_skp s JOIN pm_sekolah k ON k.instansi_id = s.instansi_id AND k.npsn = s.npsn LEFT JOIN pm_pegawai p ON p.id = s.penilai_id
WHERE s.instansi_id = %(instansi)s AND s.pegawai_id = %(pegawai)s AND s.tahun = %(tahun)s
  AND (%(oleh)s = %(pegawai)s OR pm_boleh_mengamati(%(oleh)s, s.id, %(hari)s) OR pm_mengepalai(%(oleh)s, s.npsn, %(hari)s))
ORDER BY s.mulai, s.plt, s.id
