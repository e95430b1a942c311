-- The live SKP under each key, the version that a withdrawn one left behind, and whether the head of the unit has his own
-- (or whoever acts as head by a decree of that year).
SELECT o.i, s.id::text AS ada, coalesce(s.versi, 0) AS versi,
  (SELECT max(t.versi) FROM ek_skp t WHERE t.pegawai_id = o.pegawai AND t.tahun = o.tahun AND t.unor_id = o.unor AND t.mulai = o.mulai) AS dulu,
  coalesce(k.semua > 0 AND k.siap = 0 AND NOT EXISTS (
    SELECT FROM ek_skp x WHERE x.instansi_id = %(instansi)s AND x.unor_id = o.unor AND x.tahun = o.tahun AND x.plt AND x.ditarik IS NULL) AND NOT EXISTS (
    SELECT FROM ek_tugas t JOIN ek_skp x ON x.pegawai_id = t.pegawai_id AND x.tahun = o.tahun AND x.ditarik IS NULL
    WHERE t.instansi_id = %(instansi)s AND t.unor_id = o.unor AND daterange(t.mulai, t.selesai, '[]') && daterange(make_date(o.tahun, 1, 1), make_date(o.tahun, 12, 31), '[]')), false) AS atasan_belum
FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(i int, pegawai uuid, tahun smallint, unor text, mulai date, tanya_atasan boolean)
LEFT JOIN LATERAL (
  SELECT id, versi FROM ek_skp WHERE pegawai_id = o.pegawai AND tahun = o.tahun AND unor_id = o.unor AND mulai = o.mulai AND ditarik IS NULL LIMIT 1) s ON true
LEFT JOIN LATERAL (
  SELECT count(*) AS semua, count((SELECT 1 FROM ek_skp x WHERE x.pegawai_id = g.id AND x.tahun = o.tahun AND x.ditarik IS NULL LIMIT 1)) AS siap
  FROM ek_pegawai g WHERE g.instansi_id = %(instansi)s AND g.unor_id = o.unor AND g.kepala AND g.aktif) k ON o.tanya_atasan
ORDER BY o.i
