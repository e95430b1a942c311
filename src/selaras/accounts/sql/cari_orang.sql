-- People by a part of their name, as far as whoever asks may see them.
SELECT t.orang_id, t.nama, coalesce(t.nip, ''), coalesce(s.nama, s.npsn, ''), coalesce(s.npsn, '')
FROM potret t LEFT JOIN sekolah s ON s.id = t.sekolah_id
WHERE t.nama IS NOT NULL AND (%(orang)s::int IS NULL OR t.orang_id = %(orang)s)
  AND (%(nama)s::text IS NULL OR strpos(upper(t.nama), upper(%(nama)s)) > 0)
ORDER BY t.nama, t.orang_id
LIMIT %(banyak)s;
