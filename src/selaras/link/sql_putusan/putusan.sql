SELECT p.id AS nomor, p.sama, p.oleh, p.pada, p.alasan, a.nama AS nama_a, a.sistem AS sistem_a, b.nama AS nama_b, b.sistem AS sistem_b
FROM padan_orang p JOIN akun a ON a.id = p.akun_a JOIN akun b ON b.id = p.akun_b
WHERE p.instansi_id = %(instansi)s AND p.dibatalkan IS NULL ORDER BY p.id;
