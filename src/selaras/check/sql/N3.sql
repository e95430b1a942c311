-- One person, two NIPs: NIK or NUPTK say it is one person, or a namesake with the same birth date suggests it.
SELECT 2 AS scope, p.orang_id::bigint AS ref,
  jsonb_build_object('dasar', CASE min(a.link_rule) FILTER (WHERE a.nip = p.nip_pmm) WHEN 2 THEN 'NIK' WHEN 3 THEN 'NUPTK' WHEN 9 THEN 'keputusan' ELSE 'NIK' END) AS detail
FROM potret p JOIN akun a ON a.orang_id = p.orang_id
WHERE p.instansi_id = %(instansi)s AND p.nip_pmm IS NOT NULL AND (p.di_siasn OR p.di_ekinerja) AND NOT p.pengawas
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N5' AND t.scope = 2 AND t.ref = p.orang_id)
  AND NOT EXISTS (SELECT FROM akun s WHERE s.orang_id = p.orang_id AND s.sistem IN (2, 4) AND s.nip = p.nip_pmm)
GROUP BY p.orang_id
UNION ALL
SELECT DISTINCT ON (a.orang_id) 2, a.orang_id, jsonb_build_object('dasar', 'nama dan tanggal lahir (usulan, menunggu keputusan)', 'skor', u.skor)
FROM usul_orang u JOIN akun x ON x.id = u.akun_a JOIN akun y ON y.id = u.akun_b JOIN akun a ON a.id IN (x.id, y.id)
WHERE a.instansi_id = %(instansi)s AND u.penjelasan->>'tanggal_lahir_sama' = 'true' AND x.nip IS NOT NULL AND y.nip IS NOT NULL
