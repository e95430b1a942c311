-- The periods of a year as Manajemen Periode has them, one row a slot that ought to be there.
SELECT w.slot, count(r.id) AS banyak, min(hari_bulan(r.rest->>'periode_awal', %(tahun)s)) AS awal, max(hari_bulan(r.rest->>'periode_akhir', %(tahun)s)) AS akhir,
  max(CASE WHEN hari_bulan(r.rest->>'batas_pengisian', %(tahun)s) < hari_bulan(r.rest->>'periode_akhir', %(tahun)s)
           THEN hari_bulan(r.rest->>'batas_pengisian', %(tahun)s + 1) ELSE hari_bulan(r.rest->>'batas_pengisian', %(tahun)s) END) AS batas
FROM unnest(%(slots)s::int[]) AS w(slot)
LEFT JOIN record r ON r.kind = 12 AND r.slot = w.slot AND r.tahun IN (0, %(tahun)s) AND r.gone_batch IS NULL AND r.instansi_id = %(instansi)s
GROUP BY w.slot ORDER BY w.slot
