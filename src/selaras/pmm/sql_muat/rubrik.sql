INSERT INTO pm_rubrik(skp_id, instansi_id, butir, tingkat, catatan)
SELECT s.id, s.instansi_id, m.butir, m.tingkat, coalesce(m.catatan, '')
FROM pm_muat_rubrik m LEFT JOIN pm_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
ON CONFLICT (skp_id, butir) DO UPDATE SET (tingkat, catatan) = (EXCLUDED.tingkat, EXCLUDED.catatan)
