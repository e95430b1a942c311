SELECT g.nip, g.nama, EXISTS (SELECT FROM ek_final f WHERE f.pegawai_id = g.id AND f.tahun = %(tahun)s AND f.dibuka_pada IS NULL) AS terkunci
FROM ek_pegawai g WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s)
