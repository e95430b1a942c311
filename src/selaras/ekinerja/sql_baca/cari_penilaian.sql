-- Which rating is held under each key: on the same SKP that a write would go to.
SELECT o.i, n.id
FROM jsonb_to_recordset(%(kunci)s::jsonb) AS o(i int, nip text, tahun smallint, npsn text, slot smallint, hari date)
LEFT JOIN LATERAL (SELECT id FROM ek_unor WHERE instansi_id = %(instansi)s AND npsn = o.npsn ORDER BY aktif DESC, id LIMIT 1) u ON true
LEFT JOIN LATERAL (SELECT id FROM ek_pegawai WHERE instansi_id = %(instansi)s AND nip = o.nip LIMIT 1) g ON true
LEFT JOIN LATERAL ek_skp_untuk(g.id, o.tahun, u.id, o.slot, o.hari) AS s(id) ON true
LEFT JOIN LATERAL (SELECT id FROM ek_penilaian WHERE skp_id = s.id AND slot = o.slot AND ditarik IS NULL LIMIT 1) n ON true
