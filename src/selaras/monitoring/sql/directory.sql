-- A page of people by name. Only the people of the page are looked at closely, so the length of the whole list does not matter.
WITH halaman AS MATERIALIZED (
  SELECT p.orang_id, p.nama, p.nama_normal, p.nip, p.kepala, p.aktif, s.id AS sekolah_id, s.nama AS sekolah, s.npsn
  FROM potret p LEFT JOIN sekolah s ON s.id = p.sekolah_id
  WHERE p.instansi_id = %(instansi)s
    AND (%(nama)s::text IS NULL OR p.nama ILIKE %(nama)s)
    AND (%(sekolah)s::text IS NULL OR s.nama ILIKE %(sekolah)s OR s.npsn = %(npsn)s)
    AND (%(keadaan)s::int IS NULL AND %(kode)s::text IS NULL OR EXISTS (
      SELECT FROM entry e LEFT JOIN code c ON c.id = e.code WHERE e.tahun = %(tahun)s AND e.orang_id = p.orang_id
        AND (%(keadaan)s::int IS NULL OR e.keadaan = %(keadaan)s) AND (%(kode)s::text IS NULL OR e.keadaan NOT IN (1, 8) AND rtrim(c.kode, 'n') = %(kode)s)))
  ORDER BY p.nama_normal NULLS LAST, p.orang_id LIMIT %(banyak)s OFFSET %(lewati)s)
SELECT h.orang_id, h.nama, h.nip, h.kepala, h.aktif, h.sekolah_id, coalesce(h.sekolah, h.npsn) AS sekolah, x.isian::int, x.selesai::int, x.keadaan
FROM halaman h CROSS JOIN LATERAL (
  SELECT count(*) AS isian, count(*) FILTER (WHERE e.keadaan IN (1, 8)) AS selesai,
    (array_agg(e.keadaan ORDER BY array_position(ARRAY[7, 4, 6, 5, 3, 2, 8, 1], e.keadaan::int)))[1] AS keadaan
  FROM entry e WHERE e.tahun = %(tahun)s AND e.orang_id = h.orang_id) x
ORDER BY h.nama_normal NULLS LAST, h.orang_id;
