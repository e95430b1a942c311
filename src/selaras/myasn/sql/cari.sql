-- Whom one may sign in as, by a part of the name or of the school; nobody in a folder with real data.
SELECT md5('myasn-latihan:' || i.nama || ':' || p.orang_id)::uuid::text AS sub, p.nama,
  coalesce(p.nip, p.nip_pmm) AS nip, NULL::text AS nik, s.nama AS sekolah, p.kepala, p.pengawas,
  count(*) OVER () AS jumlah
FROM potret p
JOIN instansi i ON i.id = p.instansi_id AND i.jenis = 'latihan'
LEFT JOIN sekolah s ON s.id = coalesce(p.sekolah_id, p.sekolah_ekinerja)
WHERE coalesce(p.nip, p.nip_pmm) IS NOT NULL
  AND (strpos(lower(coalesce(p.nama, '')), lower(%(cari)s)) > 0 OR strpos(lower(s.nama), lower(%(cari)s)) > 0)
ORDER BY p.nama, p.orang_id
LIMIT %(banyak)s OFFSET %(lewati)s
