-- Jabatan or golongan is written differently on the two sides; heads are left out (an additional duty, not a jabatan).
SELECT DISTINCT 2 AS scope, a.orang_id::bigint AS ref,
  jsonb_build_object('beda', CASE WHEN upper(replace(a.golongan, ' ', '')) <> upper(replace(b.golongan, ' ', '')) THEN 'golongan' ELSE 'jabatan' END) AS detail
FROM akun a JOIN akun b ON b.orang_id = a.orang_id AND b.sistem IN (1, 3) AND NOT b.usang
WHERE a.instansi_id = %(instansi)s AND a.sistem = 4 AND NOT a.kepala AND NOT b.kepala
  AND (upper(replace(a.golongan, ' ', '')) <> upper(replace(b.golongan, ' ', '')) AND b.golongan NOT IN ('', '-')
    OR b.sistem = 1 AND b.jabatan <> '' AND a.jabatan <> '' AND jabatan_normal(a.jabatan) <> jabatan_normal(b.jabatan))
