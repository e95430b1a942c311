INSERT INTO ek_skp AS s (id, instansi_id, pegawai_id, tahun, unor_id, mulai, selesai, pendekatan, status, jabatan, plt, atasan_nip, versi, created_at, diubah)
SELECT m.id, %(instansi)s, g.id, m.tahun, m.unor_id, m.mulai, m.selesai, coalesce(m.pendekatan, 'kuantitatif'), coalesce(m.status, 'persetujuan'),
  coalesce(m.jabatan, 'Guru'), coalesce(m.plt, false), nullif(m.atasan_nip, ''), 1,
  coalesce(m.created_at AT TIME ZONE 'Asia/Jakarta', %(waktu)s), %(waktu)s
FROM ek_muat_skp m LEFT JOIN ek_pegawai g ON g.instansi_id = %(instansi)s AND g.nip = m.nip
ON CONFLICT (id) DO UPDATE SET (tahun, unor_id, mulai, selesai, pendekatan, status, jabatan, plt, atasan_nip, versi, diubah) =
  (EXCLUDED.tahun, EXCLUDED.unor_id, EXCLUDED.mulai, EXCLUDED.selesai, EXCLUDED.pendekatan, EXCLUDED.status, EXCLUDED.jabatan, EXCLUDED.plt,
   EXCLUDED.atasan_nip, s.versi + 1, EXCLUDED.diubah)
WHERE s.instansi_id = EXCLUDED.instansi_id
