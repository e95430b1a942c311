-- Who looked at what, the newest first. No number of a person is read.
SELECT a.waktu, coalesce(p.nama, ''), p.orang_id IS NOT NULL, a.peran, a.apa, a.metode, a.status, coalesce(s.nama, s.npsn), t.nama
FROM ac_akses a
LEFT JOIN ac_pengguna p ON p.id = a.pengguna_id
LEFT JOIN sekolah s ON s.id = a.sekolah_id AND s.instansi_id = %(instansi)s
LEFT JOIN potret t ON t.orang_id = a.orang_id AND t.instansi_id = %(instansi)s
WHERE (%(mulai)s::timestamptz IS NULL OR a.waktu >= %(mulai)s AND a.waktu < %(sampai)s)
  AND (%(peran)s::text IS NULL OR a.peran = %(peran)s)
ORDER BY a.waktu DESC, a.id DESC
LIMIT %(banyak)s OFFSET %(lewati)s;
