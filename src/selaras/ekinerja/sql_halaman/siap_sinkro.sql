-- Employees whose SKP is in e-Kinerja and agreed, by name: for them the admin may press Sinkro Penilaian.
SELECT g.id, g.nip, g.nama, u.nama AS unor, x.dinilai, count(*) OVER () AS semua
FROM ek_pegawai g LEFT JOIN ek_unor u ON u.instansi_id = g.instansi_id AND u.id = g.unor_id
CROSS JOIN LATERAL (
  SELECT count(n.id) AS dinilai, count(DISTINCT s.id) AS skp FROM ek_skp s LEFT JOIN ek_penilaian n ON n.skp_id = s.id AND n.ditarik IS NULL
  WHERE s.pegawai_id = g.id AND s.tahun = %(tahun)s AND s.ditarik IS NULL AND NOT s.plt AND s.status = 'persetujuan') x
WHERE g.instansi_id = %(instansi)s AND x.skp > 0 AND (NOT %(kurang)s OR x.dinilai < %(slot)s)
  AND (%(cari)s = '' OR g.nip = %(cari)s OR g.nama ILIKE %(pola)s OR u.nama ILIKE %(pola)s)
ORDER BY g.nama, g.id LIMIT %(batas)s OFFSET %(lewati)s
