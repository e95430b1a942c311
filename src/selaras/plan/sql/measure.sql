-- How much the plan goes beyond adding: what it writes over or withdraws, and whose predikat gets worse (1 is the best).
SELECT count(*) FILTER (WHERE tinggal IS NULL) AS n,
  count(*) FILTER (WHERE tinggal IS NULL AND lama IS NOT NULL) AS ubah,
  count(*) FILTER (WHERE tinggal IS NULL AND (baru->>'predikat')::int > (lama->>'predikat')::int) AS turun,
  (SELECT count(*) FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
   AND (%(sekolah)s::int IS NULL OR e.sekolah_id = %(sekolah)s) AND (%(orang)s::int IS NULL OR e.orang_id = %(orang)s)) AS cakupan
FROM calon
