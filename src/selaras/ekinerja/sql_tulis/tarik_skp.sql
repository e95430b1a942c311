-- Withdraw SKP, and the ratings on them: a report never shows the rating of an SKP that it does not show. Gives one row per rating.
WITH o AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(i int, id uuid, alasan text)),
s AS (
  UPDATE ek_skp s SET ditarik = %(waktu)s, alasan = o.alasan, versi = s.versi + 1, diubah = %(waktu)s
  FROM o WHERE s.id = o.id AND s.id = ANY(ARRAY(SELECT id FROM o)))
UPDATE ek_penilaian n SET ditarik = %(waktu)s, alasan = o.alasan, versi = n.versi + 1, diubah = %(waktu)s
FROM o WHERE n.skp_id = o.id AND n.skp_id = ANY(ARRAY(SELECT id FROM o)) AND n.ditarik IS NULL RETURNING o.i
