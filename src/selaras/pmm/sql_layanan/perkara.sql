-- Plans that the account rates, in one period: those asked for, or those of a school and year.
SELECT s.id AS skp_id, s.pegawai_id, g.nama, s.tahun, s.mulai, s.selesai, s.peran, s.status,
  coalesce((SELECT max(f.fase) FROM pm_fase f WHERE f.skp_id = s.id), 0) AS fase, n.status AS nilai,
  n.hasil IS NOT NULL AND n.perilaku IS NOT NULL AND n.predikat IS NOT NULL AS lengkap
FROM pm_dinilai(%(oleh)s, %(hari)s) d JOIN pm_skp s ON s.id = d.skp_id JOIN pm_pegawai g ON g.id = s.pegawai_id
LEFT JOIN pm_penilaian n ON n.skp_id = s.id AND n.slot = %(slot)s
WHERE s.instansi_id = %(instansi)s AND (%(skp)s::uuid[] IS NULL OR s.id = ANY(%(skp)s::uuid[]))
  AND (%(npsn)s::text IS NULL OR s.npsn = %(npsn)s AND s.tahun = %(tahun)s)
ORDER BY g.nama, s.mulai, s.id
