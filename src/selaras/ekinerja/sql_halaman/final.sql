SELECT f.dikunci_oleh, f.dikunci_pada, f.dibuka_oleh, f.disetujui_oleh, f.dibuka_pada, f.alasan FROM ek_final f
WHERE f.instansi_id = %(instansi)s AND f.pegawai_id = %(pegawai)s AND f.tahun = %(tahun)s ORDER BY f.id DESC
