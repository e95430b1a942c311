SELECT skp_id, nilai, panduan, ekspektasi FROM pm_perilaku WHERE skp_id = ANY(%(skp)s) ORDER BY skp_id, nilai
