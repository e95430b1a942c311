SELECT count(*) FROM potret p LEFT JOIN sekolah s ON s.id = p.sekolah_id
WHERE p.instansi_id = %(instansi)s
  AND (%(nama)s::text IS NULL OR p.nama ILIKE %(nama)s)
  AND (%(sekolah)s::text IS NULL OR s.nama ILIKE %(sekolah)s OR s.npsn = %(npsn)s)
  AND (%(keadaan)s::int IS NULL AND %(kode)s::text IS NULL OR EXISTS (
    SELECT FROM entry e LEFT JOIN code c ON c.id = e.code WHERE e.tahun = %(tahun)s AND e.orang_id = p.orang_id
      AND (%(keadaan)s::int IS NULL OR e.keadaan = %(keadaan)s) AND (%(kode)s::text IS NULL OR e.keadaan NOT IN (1, 8) AND rtrim(c.kode, 'n') = %(kode)s)));
