-- A teacher for SIASN, e-Kinerja or PMM whom Dapodik lists under a Jenis PTK that may not use Pengelolaan Kinerja.
SELECT DISTINCT ON (a.orang_id) 2 AS scope, a.orang_id::bigint AS ref, jsonb_build_object('jenis_ptk', b.keterangan) AS detail
FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL AND k.side = 3
JOIN akun a ON a.nip = b.nip AND a.instansi_id = %(instansi)s AND a.sistem IN (1, 2, 4) AND a.orang_id IS NOT NULL
WHERE b.kelas = 3 AND b.cakupan = 2 AND k.instansi_id = %(instansi)s
  AND NOT EXISTS (SELECT FROM akun d WHERE d.orang_id = a.orang_id AND d.sistem = 3)
ORDER BY a.orang_id, b.id DESC
