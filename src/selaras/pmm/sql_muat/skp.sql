INSERT INTO pm_skp AS s (id, instansi_id, pegawai_id, npsn, tahun, slot, mulai, selesai, peran, plt, jabatan, indikator, status, alasan, diajukan,
  disepakati, penilai_id, urut)
SELECT m.id, %(instansi)s, g.id, m.npsn, m.tahun, coalesce(m.slot, CASE WHEN m.tahun <> 2024 THEN 400
    WHEN extract(month FROM m.selesai) <= 6 THEN 301 WHEN extract(month FROM m.mulai) >= 7 THEN 302 ELSE 400 END),
  m.mulai, m.selesai, coalesce(m.peran, CASE WHEN g.kepala OR m.plt THEN 'kepala' WHEN g.pengawas THEN 'pengawas' ELSE 'guru' END),
  coalesce(m.plt, false), coalesce(m.jabatan, g.jabatan), m.indikator, coalesce(m.status, 4), m.alasan,
  CASE WHEN coalesce(m.status, 4) > 1 THEN w.waktu END, CASE WHEN coalesce(m.status, 4) = 4 THEN w.waktu END, p.id, 0
FROM pm_muat_skp m LEFT JOIN pm_pegawai g ON g.instansi_id = %(instansi)s AND g.nip = m.nip
LEFT JOIN pm_pegawai p ON p.instansi_id = %(instansi)s AND p.nip = m.penilai_nip
CROSS JOIN LATERAL (SELECT coalesce(m.disepakati, m.mulai + interval '30 days') AT TIME ZONE 'Asia/Jakarta') w(waktu)
ON CONFLICT (id) DO UPDATE SET (pegawai_id, npsn, tahun, slot, mulai, selesai, peran, plt, jabatan, indikator, status, alasan, diajukan, disepakati,
    penilai_id) =
  (EXCLUDED.pegawai_id, EXCLUDED.npsn, EXCLUDED.tahun, EXCLUDED.slot, EXCLUDED.mulai, EXCLUDED.selesai, EXCLUDED.peran, EXCLUDED.plt,
   EXCLUDED.jabatan, EXCLUDED.indikator, EXCLUDED.status, EXCLUDED.alasan, EXCLUDED.diajukan, EXCLUDED.disepakati, EXCLUDED.penilai_id)
WHERE s.instansi_id = EXCLUDED.instansi_id
