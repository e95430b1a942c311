-- The last word of each kind about each person, from each capacity, and whether it still holds. A word on values holds while both sides
-- stand as they stood; whoever pressed or submitted is asked again when a later report shows no change.
SELECT p.id, p.orang_id, p.apa, p.kode, p.isi, p.oleh_orang, p.oleh, p.sebagai, p.pada, j.data_per,
  coalesce(p.terhadap = j.terhadap AND CASE p.apa WHEN 'ditekan' THEN j.data_per <= p.hari WHEN 'diajukan' THEN j.data_per <= p.hari + %(tenggang)s::int
           ELSE true END, false) AS berlaku
FROM (SELECT DISTINCT ON (orang_id, apa, coalesce(kode, ''), sebagai) *, (pada AT TIME ZONE %(zona)s)::date AS hari FROM pernyataan
      WHERE orang_id = ANY (%(orang)s::int[]) AND tahun = %(tahun)s ORDER BY orang_id, apa, coalesce(kode, ''), sebagai, id DESC) p
JOIN jejak_orang(%(orang)s::int[], %(tahun)s::int) j ON j.orang_id = p.orang_id AND j.apa = p.apa
ORDER BY p.orang_id, p.id
