SELECT s.id, s.tahun, s.mulai, s.selesai, s.status, s.jabatan, s.plt, s.pendekatan, u.nama AS unor, s.atasan_nip, k.nama AS atasan,
  (SELECT count(*) FROM ek_penilaian n WHERE n.skp_id = s.id AND n.ditarik IS NULL) AS dinilai
FROM ek_skp s JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id
LEFT JOIN ek_pegawai k ON k.instansi_id = s.instansi_id AND k.nip = s.atasan_nip
WHERE s.instansi_id = %(instansi)s AND s.pegawai_id = ANY(%(pegawai)s) AND s.ditarik IS NULL ORDER BY s.tahun DESC, s.mulai DESC, s.plt, s.id
