-- Whom the account rates at a school, by the plans in force on the last day of the period, and teachers of that school without one;
-- not whoever came later: his plan here begins after the period, although its cycle (the year, the second semester) covers it.
SELECT s.id AS skp_id, s.pegawai_id, g.nama, coalesce(nullif(s.jabatan, ''), g.jabatan) AS jabatan, s.tahun, s.mulai, s.selesai, s.peran, s.status,
  coalesce((SELECT max(f.fase) FROM pm_fase f WHERE f.skp_id = s.id), 0) AS fase, n.status AS nilai,
  n.hasil IS NOT NULL AND n.perilaku IS NOT NULL AND n.predikat IS NOT NULL AS lengkap,
  n.hasil, n.perilaku, n.predikat, n.umpan_balik, k.dikirim, k.dibaca
FROM pm_dinilai(%(oleh)s, %(hari)s) d JOIN pm_skp s ON s.id = d.skp_id JOIN pm_pegawai g ON g.id = s.pegawai_id
LEFT JOIN pm_penilaian n ON n.skp_id = s.id AND n.slot = %(slot)s
LEFT JOIN pm_kiriman k ON k.penilaian_id = n.id AND k.ditarik IS NULL
WHERE s.instansi_id = %(instansi)s AND s.npsn = %(npsn)s AND s.tahun = %(tahun)s AND %(akhir)s BETWEEN s.mulai AND s.selesai
UNION ALL
SELECT NULL, g.id, g.nama, g.jabatan, %(tahun)s, NULL, NULL, 'guru', NULL, 0, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL
FROM pm_pegawai g
WHERE g.instansi_id = %(instansi)s AND g.npsn = %(npsn)s AND g.aktif AND g.id <> %(oleh)s AND NOT g.pengawas AND NOT g.dinas
  AND NOT g.kepala AND (SELECT pm_mengepalai(%(oleh)s, %(npsn)s, %(hari)s))
  AND NOT EXISTS (SELECT FROM pm_tugas t WHERE t.pegawai_id = g.id AND t.npsn = g.npsn AND t.peran = 'kepala'
    AND %(hari)s BETWEEN t.mulai AND coalesce(t.selesai, 'infinity'))
  AND NOT EXISTS (SELECT FROM pm_skp s WHERE s.pegawai_id = g.id AND s.npsn = g.npsn AND s.tahun = %(tahun)s
    AND (%(akhir)s BETWEEN s.mulai AND s.selesai
      OR NOT s.plt AND s.mulai > %(akhir)s AND (s.slot = 400 OR extract(month FROM %(akhir)s::date) > 6)))
  AND EXISTS (SELECT FROM pm_pegawai o WHERE o.id = %(oleh)s AND o.instansi_id = %(instansi)s)
