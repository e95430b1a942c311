-- Which SKP is held under each key; the unit of the school counts also when it is inactive today.
SELECT o.i, s.id
FROM jsonb_to_recordset(%(kunci)s::jsonb) AS o(i int, nip text, tahun smallint, npsn text, mulai date)
LEFT JOIN LATERAL (SELECT id FROM ek_unor WHERE instansi_id = %(instansi)s AND npsn = o.npsn ORDER BY aktif DESC, id LIMIT 1) u ON true
LEFT JOIN LATERAL (SELECT id FROM ek_pegawai WHERE instansi_id = %(instansi)s AND nip = o.nip LIMIT 1) g ON true
LEFT JOIN LATERAL (
  SELECT id FROM ek_skp WHERE pegawai_id = g.id AND tahun = o.tahun AND unor_id = u.id AND mulai = o.mulai AND ditarik IS NULL LIMIT 1) s ON true
