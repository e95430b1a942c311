SELECT u.unor_id AS unor, o.nama AS nama_unor, s.npsn, s.nama AS nama_sekolah, round(u.skor::numeric, 2)::float AS skor, u.pasti,
       (SELECT count(*) FROM potret p WHERE p.sekolah_id = s.id)::int AS guru
FROM usul_unor u JOIN unor o ON o.id = u.unor_id JOIN sekolah s ON s.id = u.sekolah_id
WHERE o.instansi_id = %(instansi)s AND NOT EXISTS (SELECT FROM padan_unor p WHERE p.unor_id = u.unor_id AND p.dibatalkan IS NULL)
ORDER BY u.pasti DESC, u.skor DESC, guru DESC, o.nama;
