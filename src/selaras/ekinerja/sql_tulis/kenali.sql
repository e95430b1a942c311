-- What stands around every operation and is not changed by any of them: the answer given before, person, unit, period, lock.
-- LATERAL with LIMIT everywhere: every row is looked up by its key, also while the planner still takes the tables for empty.
WITH o AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(i int, kunci uuid, nip text, tahun smallint, npsn text, mulai date, slot smallint)),
tipe AS MATERIALIZED (
  SELECT t.tahun, count(DISTINCT p.tipe_periodik) > 1 AS campur
  FROM (SELECT DISTINCT tahun FROM o) t JOIN ek_periode p ON p.instansi_id = %(instansi)s AND (p.tahun IS NULL OR p.tahun = t.tahun) GROUP BY 1)
SELECT o.i, l.jawaban, g.id::text AS pegawai, g.nama, coalesce(g.kepala AND g.aktif, false) AS kepala, g.unor_id AS unor_pegawai,
  coalesce(a.aktif, false) AS unor_sah, u.id AS unor, coalesce(u.aktif, false) AS unor_aktif, f.id IS NOT NULL AS terkunci,
  p.id::text AS periode, coalesce(tipe.campur, false) AS campur, coalesce(s.plt, false) AS plt,
  coalesce((SELECT array_agg(t.unor_id) FROM ek_tugas t WHERE t.pegawai_id = g.id), '{}') AS tugas
FROM o
LEFT JOIN LATERAL (SELECT jawaban FROM ek_log WHERE kunci = o.kunci AND instansi_id = %(instansi)s LIMIT 1) l ON true
LEFT JOIN LATERAL (SELECT * FROM ek_pegawai WHERE instansi_id = %(instansi)s AND nip = o.nip LIMIT 1) g ON true
LEFT JOIN LATERAL (SELECT aktif FROM ek_unor WHERE instansi_id = %(instansi)s AND id = g.unor_id LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT id, aktif FROM ek_unor WHERE instansi_id = %(instansi)s AND npsn = o.npsn ORDER BY aktif DESC, id LIMIT 1) u ON true
LEFT JOIN LATERAL (SELECT id FROM ek_final WHERE pegawai_id = g.id AND tahun = o.tahun AND dibuka_pada IS NULL LIMIT 1) f ON true
LEFT JOIN LATERAL (SELECT id FROM ek_periode WHERE instansi_id = %(instansi)s AND slot = o.slot AND (tahun IS NULL OR tahun = o.tahun) LIMIT 1) p ON true
LEFT JOIN LATERAL (
  SELECT plt FROM ek_skp WHERE pegawai_id = g.id AND tahun = o.tahun AND unor_id = u.id AND mulai = o.mulai AND ditarik IS NULL LIMIT 1) s ON true
LEFT JOIN tipe ON tipe.tahun = o.tahun
ORDER BY o.i
