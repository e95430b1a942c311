SELECT g.nip, g.nama FROM pm_pegawai g WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s) AND g.aktif
