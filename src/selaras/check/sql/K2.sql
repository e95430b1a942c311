-- Two heads of one school at once in one system.
SELECT DISTINCT 3 AS scope, sekolah_id::bigint AS ref, jsonb_build_object('rentang', 'tahun ' || %(tahun)s) AS detail
FROM (SELECT coalesce(a.sekolah_id, u.sekolah_id) AS sekolah_id, a.sistem
      FROM akun a JOIN potret p USING (orang_id) LEFT JOIN unor u ON u.id = a.unor_id
      WHERE a.instansi_id = %(instansi)s AND a.kepala AND a.aktif AND a.terdaftar AND p.aktif AND coalesce(a.sekolah_id, u.sekolah_id) = p.sekolah_id
      GROUP BY 1, 2 HAVING count(DISTINCT a.orang_id) > 1) x
WHERE sekolah_id IS NOT NULL
