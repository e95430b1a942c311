-- Known to the school side, absent from the pegawai list of SIASN and from every report.
SELECT 2 AS scope, p.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM potret p
WHERE p.instansi_id = %(instansi)s AND (p.di_pmm OR p.di_dapodik) AND NOT p.di_siasn AND NOT p.di_ekinerja AND p.nip IS NOT NULL
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 4 AND c.kind = 1)
  AND NOT EXISTS (SELECT FROM usul_orang u JOIN akun a ON a.id IN (u.akun_a, u.akun_b) WHERE a.orang_id = p.orang_id)
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N5' AND t.scope = 2 AND t.ref = p.orang_id)
