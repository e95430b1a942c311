-- NIP and NIK of one account disagree on birth date or sex.
SELECT 2 AS scope, orang_id::bigint AS ref, jsonb_build_object('beda', array_agg(DISTINCT beda)) AS detail
FROM (
  SELECT a.orang_id, CASE WHEN lpad((hari - CASE WHEN hari > 40 THEN 40 ELSE 0 END)::text, 2, '0') || substr(a.nik, 9, 4)
                               <> substr(a.nip, 7, 2) || substr(a.nip, 5, 2) || substr(a.nip, 3, 2) THEN 'tanggal lahir'
                          WHEN (hari > 40) <> (substr(a.nip, 15, 1) = '2') THEN 'jenis kelamin' END AS beda
  FROM akun a CROSS JOIN LATERAL (SELECT substr(a.nik, 7, 2)::int AS hari) h
  WHERE a.instansi_id = %(instansi)s AND a.nip ~ '^[0-9]{18}$' AND a.nik ~ '^[0-9]{16}$' AND NOT a.pengawas AND NOT a.usang AND a.terdaftar AND a.orang_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N5' AND t.scope = 2 AND t.ref = a.orang_id)) x
WHERE beda IS NOT NULL GROUP BY orang_id
