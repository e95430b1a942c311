SELECT g.id, g.nip, g.nama, g.jabatan, g.aktif, g.kepala, u.nama AS unor, count(*) OVER () AS semua
FROM ek_pegawai g LEFT JOIN ek_unor u ON u.instansi_id = g.instansi_id AND u.id = g.unor_id
WHERE g.instansi_id = %(instansi)s AND (%(cari)s = '' OR g.nip = %(cari)s OR g.nama ILIKE %(pola)s OR u.nama ILIKE %(pola)s)
ORDER BY g.nama, g.id LIMIT %(batas)s OFFSET %(lewati)s
