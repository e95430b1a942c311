-- The people of a school with how many of their entries are done, and the gravest state that is left.
SELECT p.orang_id, p.nama, p.nip, p.kepala, count(e.id) AS isian, count(e.id) FILTER (WHERE e.keadaan IN (1, 8)) AS selesai,
  (array_agg(e.keadaan ORDER BY array_position(ARRAY[7, 4, 6, 5, 3, 2, 8, 1], e.keadaan::int)) FILTER (WHERE e.id IS NOT NULL))[1] AS keadaan
FROM potret p LEFT JOIN entry e ON e.orang_id = p.orang_id AND e.tahun = %(tahun)s
WHERE p.sekolah_id = %(sekolah)s AND p.aktif
GROUP BY p.orang_id ORDER BY p.kepala DESC, p.nama;
