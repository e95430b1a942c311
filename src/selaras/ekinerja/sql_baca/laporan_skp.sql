SELECT * FROM ek_laporan_skp WHERE _instansi = %(instansi)s AND _tahun = %(tahun)s
