INSERT INTO pm_sekolah(instansi_id, npsn, nama) SELECT %(instansi)s, npsn, nama FROM pm_muat_sekolah
ON CONFLICT (instansi_id, npsn) DO UPDATE SET nama = EXCLUDED.nama
