SELECT skp_id, id, ke, nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, poin FROM pm_rhk
WHERE skp_id = ANY(%(skp)s) AND ditarik IS NULL ORDER BY skp_id, ke
