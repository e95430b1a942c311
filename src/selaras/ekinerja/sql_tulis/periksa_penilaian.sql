-- The SKP that each rating belongs to, the live rating there, and the version that an earlier one left behind.
SELECT o.i, s.id::text AS skp, n.id::text AS ada, coalesce(n.versi, 0) AS versi,
  (SELECT max((SELECT max(t.versi) FROM ek_penilaian t WHERE t.skp_id = x.id AND t.slot = o.slot))
   FROM ek_skp x WHERE x.pegawai_id = o.pegawai AND x.tahun = o.tahun) AS dulu
FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(i int, pegawai uuid, tahun smallint, unor text, slot smallint, hari date)
LEFT JOIN LATERAL ek_skp_untuk(o.pegawai, o.tahun, o.unor, o.slot, o.hari) AS s(id) ON true
LEFT JOIN LATERAL (SELECT id, versi FROM ek_penilaian WHERE skp_id = s.id AND slot = o.slot AND ditarik IS NULL LIMIT 1) n ON true
ORDER BY o.i
