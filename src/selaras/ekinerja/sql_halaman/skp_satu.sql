SELECT s.id, s.pegawai_id, g.nip, g.nama, g.golru, s.tahun, s.mulai, s.selesai, s.status, s.jabatan, s.plt, s.pendekatan, s.unor_id, u.nama AS unor,
  coalesce(u.induk, a.nama) AS unor_induk, s.atasan_nip, k.nama AS atasan, k.jabatan AS atasan_jabatan, k.golru AS atasan_golru, s.diubah,
  EXISTS (SELECT FROM ek_final f WHERE f.pegawai_id = s.pegawai_id AND f.tahun = s.tahun AND f.dibuka_pada IS NULL) AS terkunci
FROM ek_skp s JOIN ek_pegawai g ON g.id = s.pegawai_id JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id
LEFT JOIN ek_unor a ON a.instansi_id = u.instansi_id AND a.id = u.atasan_id
LEFT JOIN ek_pegawai k ON k.instansi_id = s.instansi_id AND k.nip = s.atasan_nip
WHERE s.instansi_id = %(instansi)s AND s.id = %(skp)s AND s.ditarik IS NULL
