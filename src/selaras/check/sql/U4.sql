-- Another school by the unit of e-Kinerja or SIASN than by PMM or Dapodik. Somebody with an SKP at both moved in the year.
SELECT 2 AS scope, p.orang_id::bigint AS ref,
  jsonb_build_object('sekolah_pmm', s.nama, 'sekolah_ekinerja', t.nama) AS detail
FROM potret p JOIN sekolah s ON s.id = p.sekolah_id JOIN sekolah t ON t.id = p.sekolah_ekinerja
WHERE p.instansi_id = %(instansi)s AND p.sekolah_ekinerja <> p.sekolah_id AND (p.di_pmm OR p.di_dapodik)
  AND NOT EXISTS (
    SELECT FROM entry e JOIN record r ON r.id = e.target_id LEFT JOIN unor u ON u.id = r.unor_id
    WHERE e.orang_id = p.orang_id AND e.tahun = %(tahun)s AND e.kind = 2 AND NOT e.plt AND u.sekolah_id = p.sekolah_id
      AND r.selesai = (SELECT max(q.selesai) FROM entry f JOIN record q ON q.id = f.target_id WHERE f.orang_id = p.orang_id AND f.tahun = %(tahun)s AND f.kind = 2 AND NOT f.plt)
      AND NOT EXISTS (SELECT FROM akun a JOIN unor v ON v.id = a.unor_id WHERE a.orang_id = p.orang_id AND a.sistem = 4 AND v.sekolah_id <> p.sekolah_id))
