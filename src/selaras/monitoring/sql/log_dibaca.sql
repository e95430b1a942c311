-- Log Sinkronisasi as it was read, newest first, a page of it. `lengkap`: nothing of the person is open any more.
SELECT coalesce(p.nama, r.rest->>'nama') AS nama, coalesce(a.nip, r.rest->>'nip') AS nip, s.nama AS sekolah, r.rest->>'pesan' AS pesan, r.tanggal AS waktu,
  'ditolak' AS hasil, l.lengkap, count(*) OVER () AS semua, p.orang_id, s.id AS sekolah_id
FROM record r LEFT JOIN akun a ON a.id = r.akun_id LEFT JOIN potret p ON p.orang_id = a.orang_id
LEFT JOIN sekolah s ON s.id = coalesce(p.sekolah_id, p.sekolah_ekinerja)
LEFT JOIN LATERAL (SELECT bool_and(e.keadaan IN (1, 8)) AS lengkap FROM entry e WHERE e.orang_id = a.orang_id AND e.tahun = %(tahun)s) l ON true
WHERE r.kind = 13 AND r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND r.tahun IN (%(tahun)s, %(tahun)s + 1)
  AND (%(sekolah)s = '' OR s.nama ILIKE %(pola)s OR s.npsn = %(sekolah)s) AND (%(pesan)s = '' OR r.rest->>'pesan' = %(pesan)s)
  AND (%(keadaan)s = '' OR coalesce(l.lengkap, false) = (%(keadaan)s = 'selesai'))
ORDER BY r.tanggal DESC NULLS LAST, r.id DESC LIMIT %(batas)s OFFSET %(lewati)s
