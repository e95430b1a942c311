-- One person by `sub`, which tells nothing of him and stays the same however often the provider is started.
SELECT md5('myasn-latihan:' || i.nama || ':' || p.orang_id)::uuid::text AS sub, p.nama,
  coalesce(p.nip, p.nip_pmm) AS nip,
  (SELECT a.nik FROM akun a WHERE a.orang_id = p.orang_id AND a.nik IS NOT NULL ORDER BY a.sistem LIMIT 1) AS nik,
  s.nama AS sekolah, p.kepala, p.pengawas, 1 AS jumlah
FROM potret p
JOIN instansi i ON i.id = p.instansi_id AND i.jenis = 'latihan'
LEFT JOIN sekolah s ON s.id = coalesce(p.sekolah_id, p.sekolah_ekinerja)
WHERE md5('myasn-latihan:' || i.nama || ':' || p.orang_id)::uuid::text = %(sub)s
  AND coalesce(p.nip, p.nip_pmm) IS NOT NULL
