-- A line that is the same is not touched: it keeps its number of change.
INSERT INTO pm_rhk AS r (instansi_id, skp_id, ke, nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, poin, urut)
SELECT s.instansi_id, s.id, o.ke, o.nomor, o.bagian, o.rhk, o.rhk_pimpinan, o.aspek, o.indikator, o.target, o.poin, 0
FROM pm_skp s, jsonb_to_recordset(%(rhk)s::jsonb) AS o(ke smallint, nomor text, bagian text, rhk text, rhk_pimpinan text, aspek text,
  indikator text, target text, poin smallint)
WHERE s.id = %(skp)s
ON CONFLICT (skp_id, ke) WHERE ditarik IS NULL DO UPDATE SET (nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, poin) =
  (EXCLUDED.nomor, EXCLUDED.bagian, EXCLUDED.rhk, EXCLUDED.rhk_pimpinan, EXCLUDED.aspek, EXCLUDED.indikator, EXCLUDED.target, EXCLUDED.poin)
