-- Units in the order of the tree (the unit above, then its own), or those that were searched for.
SELECT u.id, u.nama, coalesce(a.nama, u.induk) AS induk, u.npsn, u.aktif, u.atasan_id IS NOT NULL AS anak, count(*) OVER () AS semua,
  (SELECT count(*) FROM ek_pegawai g WHERE g.instansi_id = u.instansi_id AND g.unor_id = u.id AND g.aktif) AS pegawai
FROM ek_unor u LEFT JOIN ek_unor a ON a.instansi_id = u.instansi_id AND a.id = u.atasan_id
WHERE u.instansi_id = %(instansi)s AND (%(cari)s = '' OR u.npsn = %(cari)s OR u.nama ILIKE %(pola)s)
  AND CASE %(hanya)s WHEN 'belum' THEN u.aktif AND u.npsn IS NULL WHEN 'mati' THEN NOT u.aktif ELSE true END
ORDER BY coalesce(a.nama, u.nama), u.atasan_id IS NOT NULL, u.nama, u.id LIMIT %(batas)s OFFSET %(lewati)s
