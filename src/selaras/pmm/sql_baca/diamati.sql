-- Plans of heads that the account observes, and how far the observation is.
SELECT s.id AS skp_id, g.nama, k.nama AS sekolah, s.status, coalesce((SELECT max(f.fase) FROM pm_fase f WHERE f.skp_id = s.id), 0) AS fase
FROM (SELECT DISTINCT skp_id FROM pm_diamati(%(oleh)s, %(hari)s)) d JOIN pm_skp s ON s.id = d.skp_id JOIN pm_pegawai g ON g.id = s.pegawai_id
JOIN pm_sekolah k ON k.instansi_id = s.instansi_id AND k.npsn = s.npsn
WHERE s.instansi_id = %(instansi)s AND s.tahun = %(tahun)s AND s.peran = 'kepala' ORDER BY k.nama, g.nama, s.mulai
