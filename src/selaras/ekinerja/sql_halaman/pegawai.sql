SELECT g.id, g.nip, g.nama, g.jabatan, g.golru, g.jenis_pegawai, g.aktif, g.kepala, g.disinkron, g.unor_id, u.nama AS unor, u.aktif AS unor_aktif, u.npsn,
  coalesce(u.induk, a.nama) AS unor_induk, g.atasan_nip, k.nama AS atasan
FROM ek_pegawai g LEFT JOIN ek_unor u ON u.instansi_id = g.instansi_id AND u.id = g.unor_id
LEFT JOIN ek_unor a ON a.instansi_id = u.instansi_id AND a.id = u.atasan_id
LEFT JOIN ek_pegawai k ON k.instansi_id = g.instansi_id AND k.nip = g.atasan_nip
WHERE g.instansi_id = %(instansi)s AND (g.id = %(id)s OR g.nip = %(nip)s)
