INSERT INTO pm_rhk AS r (id, instansi_id, skp_id, ke, nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, poin, urut)
SELECT coalesce(m.id, gen_random_uuid()), %(instansi)s, s.id, coalesce(m.ke, row_number() OVER (PARTITION BY m.skp_id ORDER BY m.baris)),
  m.nomor, coalesce(m.bagian, 'utama'), m.rhk, coalesce(m.rhk_pimpinan, ''), coalesce(m.aspek, ''), coalesce(m.indikator, ''),
  coalesce(m.target, ''), m.poin, 0
FROM pm_muat_rhk m LEFT JOIN pm_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
ON CONFLICT (skp_id, ke) WHERE ditarik IS NULL DO UPDATE SET (nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, poin) =
  (EXCLUDED.nomor, EXCLUDED.bagian, EXCLUDED.rhk, EXCLUDED.rhk_pimpinan, EXCLUDED.aspek, EXCLUDED.indikator, EXCLUDED.target, EXCLUDED.poin)
