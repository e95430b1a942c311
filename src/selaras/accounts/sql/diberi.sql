-- Roles that were given and hold today or later. `nama`, `jenis`, `orang`, `peran` narrow it; NULL does not.
SELECT r.id, coalesce(t.nama, p.nama), p.orang_id, r.jenis, coalesce(s.nama, s.npsn), r.sebagai, r.nomor_sk, r.mulai, r.sampai, r.diberi_oleh,
  r.pengguna_id, count(*) OVER ()
FROM ac_peran r
JOIN ac_pengguna p ON p.id = r.pengguna_id
LEFT JOIN potret t ON t.orang_id = p.orang_id
LEFT JOIN sekolah s ON s.id = r.sekolah_id
WHERE r.instansi_id = %(instansi)s AND r.dicabut IS NULL AND (r.sampai IS NULL OR r.sampai >= %(today)s)
  AND (%(nama)s::text IS NULL OR strpos(upper(coalesce(t.nama, p.nama)), upper(%(nama)s)) > 0)
  AND (%(jenis)s::text IS NULL OR r.jenis = %(jenis)s)
  AND (%(orang)s::int IS NULL OR p.orang_id = %(orang)s)
  AND (%(peran)s::uuid IS NULL OR r.id = %(peran)s)
ORDER BY coalesce(t.nama, p.nama), r.jenis, 5, r.id
LIMIT %(banyak)s OFFSET %(lewati)s;
