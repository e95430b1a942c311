-- Active people whom every system knows and whose NIP names nobody else, school by school; or one person, however known.
SELECT t.orang_id, t.nama, t.nip, t.sekolah_id, coalesce(s.nama, s.npsn)
FROM potret t JOIN sekolah s ON s.id = t.sekolah_id
WHERE t.aktif AND t.nama IS NOT NULL AND t.nip IS NOT NULL
  AND CASE WHEN %(orang)s::int IS NULL
      THEN t.kepala = %(kepala)s AND t.di_pmm AND t.di_dapodik AND t.di_siasn
        AND NOT EXISTS (SELECT FROM akun a WHERE a.nip = t.nip AND NOT a.usang AND a.orang_id IS DISTINCT FROM t.orang_id)
      ELSE t.orang_id = %(orang)s END
ORDER BY s.npsn, t.nama, t.orang_id;
