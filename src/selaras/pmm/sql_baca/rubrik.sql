SELECT skp_id, butir, tingkat, catatan FROM pm_rubrik WHERE skp_id = ANY(%(skp)s) ORDER BY skp_id, butir
