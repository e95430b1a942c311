SELECT a.sistem, a.nip, a.nik, a.nuptk, a.nama, s.npsn, s.nama AS sekolah, u.nama AS unor, a.jabatan, a.golongan, a.jenis_ptk, a.kedudukan, a.kepala,
       a.link_rule AS dasar, a.link_by AS oleh, a.id AS akun
FROM akun a LEFT JOIN unor u ON u.id = a.unor_id LEFT JOIN sekolah s ON s.id = coalesce(a.sekolah_id, u.sekolah_id)
WHERE a.orang_id = %(orang)s ORDER BY a.sistem, a.id;
