-- A teacher for e-Kinerja or SIASN, absent from the PMM data that cover his school.
SELECT 2 AS scope, p.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM potret p
WHERE p.instansi_id = %(instansi)s AND NOT p.di_pmm AND (p.di_siasn OR p.di_ekinerja) AND p.aktif
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 1 AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id OR p.sekolah_id IS NULL))
  AND NOT EXISTS (SELECT FROM usul_orang u JOIN akun a ON a.id IN (u.akun_a, u.akun_b) WHERE a.orang_id = p.orang_id)
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N5' AND t.scope = 2 AND t.ref = p.orang_id)
