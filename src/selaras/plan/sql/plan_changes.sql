-- What a plan would change, in numbers.
SELECT count(*) FILTER (WHERE lama IS NULL AND baru IS NOT NULL) AS baru, count(*) FILTER (WHERE lama IS NOT NULL AND baru IS NOT NULL) AS ubah,
  count(*) FILTER (WHERE baru IS NULL) AS tarik, count(*) FILTER (WHERE kind = 2) AS skp, count(*) FILTER (WHERE kind = 3) AS penilaian,
  count(*) FILTER (WHERE kind = 3 AND (baru->>'predikat')::int > (lama->>'predikat')::int) AS turun, count(DISTINCT sekolah_id) AS sekolah, count(DISTINCT nip) AS orang
FROM operation WHERE plan_id = %(plan)s
