-- Teachers of a school, as its head sees them, beside those who have a plan; not whoever came later: his plan here begins after the period,
-- although its cycle (the year, the second semester) covers it.
SELECT g.id, g.nama FROM pm_pegawai g
WHERE g.instansi_id = %(instansi)s AND g.npsn = %(npsn)s AND g.aktif AND g.id <> %(oleh)s AND NOT g.id = ANY(%(ada)s)
  AND NOT pm_mengepalai(g.id, g.npsn, %(hari)s) AND NOT g.pengawas AND NOT g.dinas AND pm_mengepalai(%(oleh)s, %(npsn)s, %(hari)s)
  AND EXISTS (SELECT FROM pm_pegawai o WHERE o.id = %(oleh)s AND o.instansi_id = %(instansi)s)
  AND NOT EXISTS (SELECT FROM pm_skp s WHERE s.pegawai_id = g.id AND s.npsn = g.npsn AND s.tahun = %(tahun)s AND NOT s.plt
    AND s.mulai > %(akhir)s AND (s.slot = 400 OR extract(month FROM %(akhir)s::date) > 6))
ORDER BY g.nama, g.id
