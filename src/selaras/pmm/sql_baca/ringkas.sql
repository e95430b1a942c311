-- Schools as whoever asks sees them: how many teachers, plans agreed, rated and sent in a period. Ratings that are not shown are not counted.
SELECT k.npsn, k.nama, count(g.id) AS guru, count(s.id) FILTER (WHERE s.status = 4) AS disepakati,
  count(n.id) FILTER (WHERE n.hasil IS NOT NULL) AS dinilai, count(n.id) FILTER (WHERE n.status = 3) AS terkirim
FROM pm_sekolah k
LEFT JOIN pm_pegawai g ON g.instansi_id = k.instansi_id AND g.npsn = k.npsn AND g.aktif AND NOT g.pengawas AND NOT g.dinas
LEFT JOIN LATERAL (SELECT s.id, s.status FROM pm_skp s WHERE s.pegawai_id = g.id AND s.npsn = k.npsn AND s.tahun = %(tahun)s AND NOT s.plt
  AND %(akhir)s BETWEEN s.mulai AND s.selesai ORDER BY s.mulai DESC LIMIT 1) s ON true
LEFT JOIN pm_penilaian n ON n.skp_id = s.id AND n.slot = %(slot)s
WHERE k.instansi_id = %(instansi)s AND (%(npsn)s::text[] IS NULL OR k.npsn = ANY(%(npsn)s::text[]))
GROUP BY k.npsn, k.nama ORDER BY k.nama, k.npsn
