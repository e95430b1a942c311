-- The lines as they are now; what the list no longer names is withdrawn, for evidence may hang on it.
WITH o AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(id uuid, rhk jsonb)),
kini AS (
  INSERT INTO ek_rhk AS r (skp_id, instansi_id, urut, nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target)
  SELECT o.id, %(instansi)s, b.urut, b.nomor, b.bagian, b.rhk, b.rhk_pimpinan, b.aspek, b.indikator, b.target
  FROM o CROSS JOIN LATERAL jsonb_to_recordset(o.rhk) AS b(urut smallint, nomor text, bagian text, rhk text, rhk_pimpinan text, aspek text, indikator text, target text)
  ON CONFLICT (skp_id, urut) DO UPDATE SET (nomor, bagian, rhk, rhk_pimpinan, aspek, indikator, target, ditarik) =
    (EXCLUDED.nomor, EXCLUDED.bagian, EXCLUDED.rhk, EXCLUDED.rhk_pimpinan, EXCLUDED.aspek, EXCLUDED.indikator, EXCLUDED.target, NULL))
UPDATE ek_rhk SET ditarik = %(waktu)s WHERE id = ANY(ARRAY(
  SELECT lama.id FROM o CROSS JOIN LATERAL (
    SELECT r.id FROM ek_rhk r WHERE r.skp_id = o.id AND r.urut >= jsonb_array_length(o.rhk) AND r.ditarik IS NULL OFFSET 0) lama))
