-- Schools by name or NPSN, those without a unit first.
SELECT s.npsn, s.nama, s.kecamatan, EXISTS (SELECT FROM unor u WHERE u.sekolah_id = s.id) AS berunit
FROM sekolah s WHERE s.instansi_id = %(instansi)s AND (s.nama ILIKE %(nama)s OR s.npsn = %(npsn)s)
ORDER BY 4, s.nama, s.npsn LIMIT %(banyak)s;
