SELECT u.akun_a, u.akun_b, round(u.skor::numeric, 2)::float AS skor, u.penjelasan,
       a.sistem AS sistem_a, a.nama AS nama_a, a.nip AS nip_a, sa.nama AS sekolah_a, b.sistem AS sistem_b, b.nama AS nama_b, b.nip AS nip_b, sb.nama AS sekolah_b
FROM usul_orang u JOIN akun a ON a.id = u.akun_a JOIN akun b ON b.id = u.akun_b
LEFT JOIN unor ua ON ua.id = a.unor_id LEFT JOIN sekolah sa ON sa.id = coalesce(a.sekolah_id, ua.sekolah_id)
LEFT JOIN unor ub ON ub.id = b.unor_id LEFT JOIN sekolah sb ON sb.id = coalesce(b.sekolah_id, ub.sekolah_id)
WHERE a.instansi_id = %(instansi)s
  AND NOT EXISTS (SELECT FROM padan_orang p WHERE p.akun_a = u.akun_a AND p.akun_b = u.akun_b AND p.dibatalkan IS NULL)
ORDER BY u.skor DESC, u.akun_a, u.akun_b;
