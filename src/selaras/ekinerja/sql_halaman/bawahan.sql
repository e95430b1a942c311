SELECT g.id AS pegawai_id, g.nama, s.id, s.mulai, s.selesai, s.status, s.jabatan, s.plt, u.nama AS unor, coalesce(n.dinilai, 0) AS dinilai, n.predikat
FROM ek_pegawai g LEFT JOIN ek_skp s ON s.pegawai_id = g.id AND s.tahun = %(tahun)s AND s.ditarik IS NULL
LEFT JOIN ek_unor u ON u.instansi_id = g.instansi_id AND u.id = coalesce(s.unor_id, g.unor_id)
LEFT JOIN LATERAL (SELECT count(*) AS dinilai, max(predikat) FILTER (WHERE slot = 400) AS predikat FROM ek_penilaian WHERE skp_id = s.id AND ditarik IS NULL) n ON true
WHERE g.instansi_id = %(instansi)s AND g.id = ANY(%(pegawai)s) AND (g.aktif OR s.id IS NOT NULL)
ORDER BY CASE s.status WHEN 'diajukan' THEN 0 WHEN 'draft' THEN 2 WHEN 'persetujuan' THEN 3 ELSE 1 END, g.nama, s.mulai, g.id LIMIT 500
