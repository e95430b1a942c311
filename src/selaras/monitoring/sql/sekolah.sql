-- A row per school: people, people who are done, entries per state.
WITH e AS (
  SELECT e.sekolah_id, e.orang_id, e.keadaan FROM entry e
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.sekolah_id IS NOT NULL AND {di_sekolah}),
orang AS (SELECT sekolah_id, orang_id, bool_and(keadaan IN (1, 8)) AS selesai FROM e GROUP BY 1, 2),
jumlah AS (SELECT sekolah_id, count(*) AS guru, count(*) FILTER (WHERE selesai) AS selesai FROM orang GROUP BY 1),
keadaan AS (SELECT sekolah_id, jsonb_object_agg(keadaan, n) AS keadaan FROM (SELECT sekolah_id, keadaan, count(*) AS n FROM e GROUP BY 1, 2) x GROUP BY 1),
kepala AS (SELECT sekolah_id, min(nama) AS nama FROM potret WHERE kepala AND aktif AND instansi_id = %(instansi)s GROUP BY 1)
SELECT s.npsn, coalesce(s.nama, s.npsn) AS nama, s.kecamatan, k.nama AS kepala, j.guru::int, j.selesai::int, q.keadaan
FROM jumlah j JOIN sekolah s ON s.id = j.sekolah_id JOIN keadaan q ON q.sekolah_id = s.id LEFT JOIN kepala k ON k.sekolah_id = s.id
ORDER BY s.nama;
