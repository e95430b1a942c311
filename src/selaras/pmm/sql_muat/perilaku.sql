INSERT INTO pm_perilaku(skp_id, instansi_id, nilai, panduan)
SELECT s.id, s.instansi_id, m.nilai, m.panduan FROM pm_muat_perilaku m LEFT JOIN pm_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
ON CONFLICT (skp_id, nilai) DO UPDATE SET panduan = EXCLUDED.panduan
