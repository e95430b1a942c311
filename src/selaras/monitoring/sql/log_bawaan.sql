-- Log Sinkronisasi of the built-in e-Kinerja in this database, as it is now: what was not accepted, newest first, a page of it.
SELECT coalesce(p.nama, l.nama) AS nama, l.nip, s.nama AS sekolah, l.pesan, l.waktu, l.hasil, d.lengkap, count(*) OVER () AS semua, p.orang_id, s.id AS sekolah_id
FROM ek_log l
LEFT JOIN LATERAL (SELECT orang_id FROM akun a WHERE a.instansi_id = l.instansi_id AND a.nip = l.nip AND a.orang_id IS NOT NULL ORDER BY a.sistem DESC LIMIT 1) a ON true
LEFT JOIN potret p ON p.orang_id = a.orang_id LEFT JOIN sekolah s ON s.id = coalesce(p.sekolah_id, p.sekolah_ekinerja)
LEFT JOIN LATERAL (SELECT bool_and(e.keadaan IN (1, 8)) AS lengkap FROM entry e WHERE e.orang_id = a.orang_id AND e.tahun = %(tahun)s) d ON true
WHERE l.instansi_id = %(instansi)s AND l.tahun = %(tahun)s AND l.hasil <> 'diterima'
  AND (%(sekolah)s = '' OR s.nama ILIKE %(pola)s OR s.npsn = %(sekolah)s) AND (%(pesan)s = '' OR l.pesan = %(pesan)s)
  AND (%(keadaan)s = '' OR coalesce(d.lengkap, false) = (%(keadaan)s = 'selesai'))
ORDER BY l.id DESC LIMIT %(batas)s OFFSET %(lewati)s
