-- The schools of a plan: how much is for each, and how far it is.
SELECT o.sekolah_id AS sekolah, s.npsn, s.nama, count(*) AS jumlah, count(DISTINCT o.nip) AS orang, count(*) FILTER (WHERE o.status IN (2, 3)) AS diterima,
  count(*) FILTER (WHERE o.status = 7) AS ditolak, count(*) FILTER (WHERE o.status = 8) AS batal, count(*) FILTER (WHERE o.status IN (0, 1, 9)) AS sisa,
  count(*) OVER () AS semua
FROM operation o LEFT JOIN sekolah s ON s.id = o.sekolah_id
WHERE o.plan_id = %(plan)s GROUP BY o.sekolah_id, s.npsn, s.nama
ORDER BY count(*) FILTER (WHERE o.status = 7) DESC, s.nama NULLS FIRST, o.sekolah_id LIMIT %(batas)s OFFSET %(lewati)s
