SELECT DISTINCT s.pegawai_id FROM pm_diamati(%(oleh)s, %(hari)s) d JOIN pm_skp s ON s.id = d.skp_id
WHERE s.instansi_id = %(instansi)s AND s.pegawai_id = ANY(%(pegawai)s) AND s.tahun = %(tahun)s
