-- Units by name, with the school they are and how that came; those that nobody could place come first.
WITH pegawai AS (
  SELECT unor_id, count(DISTINCT orang_id)::int AS n FROM akun WHERE instansi_id = %(instansi)s AND aktif AND unor_id IS NOT NULL GROUP BY 1)
SELECT o.id AS unor, o.nama, o.induk, o.aktif, s.npsn, s.nama AS sekolah, d.id IS NOT NULL AS diputuskan, d.sekolah_id IS NULL AND d.id IS NOT NULL AS bukan_sekolah,
       d.oleh, d.alasan, coalesce(p.n, 0) AS pegawai, count(*) OVER ()::int AS semua
FROM unor o LEFT JOIN pegawai p ON p.unor_id = o.id LEFT JOIN padan_unor d ON d.unor_id = o.id AND d.dibatalkan IS NULL
LEFT JOIN sekolah s ON s.id = CASE WHEN d.id IS NULL THEN o.sekolah_id ELSE d.sekolah_id END
WHERE o.instansi_id = %(instansi)s AND o.native NOT LIKE 'nama:%%'
  AND (%(nomor)s::int IS NULL OR o.id = %(nomor)s)
  AND (%(nama)s::text IS NULL OR o.nama ILIKE %(nama)s)
  AND CASE %(jenis)s WHEN 'belum' THEN s.id IS NULL AND d.id IS NULL WHEN 'diputuskan' THEN d.id IS NOT NULL ELSE true END
ORDER BY s.id IS NOT NULL, pegawai DESC, o.nama, o.id LIMIT %(banyak)s OFFSET %(lewati)s;
