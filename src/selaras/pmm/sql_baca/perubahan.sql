-- One statement, so one view of the data over all five kinds.
SELECT p.urut, p.jenis, p.id, p.ditarik, p.isi FROM (
  (SELECT g.urut, 'pegawai' AS jenis, g.id, false AS ditarik, jsonb_build_object('jenis', 'pegawai', 'nip', g.nip, 'nama', g.nama, 'npsn', g.npsn,
      'nik', g.nik, 'nuptk', g.nuptk, 'tanggal_lahir', NULL, 'jenis_kelamin', NULL, 'status_kepegawaian', g.status_kepegawaian,
      'jenis_ptk', g.jenis_ptk, 'jabatan', g.jabatan, 'golongan', g.golongan, 'nip_atasan', NULL, 'akun_belajar', NULL, 'aktif', g.aktif) AS isi
    FROM pm_pegawai g
    WHERE g.instansi_id = %(instansi)s AND g.urut > %(setelah)s ORDER BY g.urut LIMIT %(batas)s)
  UNION ALL
  (SELECT s.urut, 'skp', s.id, false, jsonb_build_object('jenis', 'skp', 'skp_id', s.id, 'nip', g.nip, 'npsn', s.npsn, 'tahun', s.tahun,
      'periode_awal', s.mulai, 'periode_akhir', s.selesai, 'status', (%(status)s::text[])[s.status],
      'tanggal_disepakati', (s.disepakati AT TIME ZONE 'Asia/Jakarta')::date, 'indikator_praktik', (%(indikator)s::text[])[s.indikator],
      'jabatan', s.jabatan, 'plt', CASE WHEN s.plt THEN '1' ELSE '0' END, 'nip_penilai', a.nip)
    FROM pm_skp s JOIN pm_pegawai g ON g.id = s.pegawai_id LEFT JOIN pm_pegawai a ON a.id = s.penilai_id
    WHERE s.instansi_id = %(instansi)s AND s.urut > %(setelah)s AND (%(tahun)s::int IS NULL OR s.tahun = %(tahun)s) ORDER BY s.urut LIMIT %(batas)s)
  UNION ALL
  (SELECT r.urut, 'rhk', r.id, r.ditarik IS NOT NULL, jsonb_build_object('jenis', 'rhk', 'skp_id', r.skp_id, 'nip', g.nip, 'npsn', s.npsn,
      'tahun', s.tahun, 'nomor', r.nomor, 'bagian', r.bagian, 'rhk', r.rhk, 'rhk_pimpinan', r.rhk_pimpinan, 'aspek', r.aspek,
      'indikator', r.indikator, 'target', r.target)
    FROM pm_rhk r JOIN pm_skp s ON s.id = r.skp_id JOIN pm_pegawai g ON g.id = s.pegawai_id
    WHERE r.instansi_id = %(instansi)s AND r.urut > %(setelah)s AND (%(tahun)s::int IS NULL OR s.tahun = %(tahun)s) ORDER BY r.urut LIMIT %(batas)s)
  UNION ALL
  (SELECT k.urut, 'kegiatan', k.id, k.ditarik IS NOT NULL, jsonb_build_object('jenis', 'kegiatan', 'kegiatan_id', k.id, 'nip', g.nip, 'npsn', k.npsn,
      'tanggal_mulai', k.mulai, 'tanggal_selesai', k.selesai, 'jenis_kegiatan', k.jenis, 'judul', k.judul, 'peran', k.peran,
      'jam', trim_scale(k.jam)::text, 'poin', k.poin, 'tautan_bukti', k.tautan, 'status', 'selesai')
    FROM pm_kegiatan k JOIN pm_pegawai g ON g.id = k.pegawai_id
    WHERE k.instansi_id = %(instansi)s AND k.urut > %(setelah)s AND (%(tahun)s::int IS NULL OR k.tahun = %(tahun)s) ORDER BY k.urut LIMIT %(batas)s)
  UNION ALL
  (SELECT n.urut, 'penilaian', n.id, false, jsonb_build_object('jenis', 'penilaian', 'skp_id', n.skp_id, 'nip', g.nip, 'npsn', s.npsn, 'tahun', s.tahun,
      'tipe_periodik', (ARRAY['bulanan', 'triwulanan', 'semester', 'tahunan'])[n.slot / 100], 'angka_periodik', nullif(n.slot %% 100, 0),
      'hasil_kerja', CASE WHEN n.status > 1 THEN (%(rating)s::text[])[n.hasil] END,
      'perilaku_kerja', CASE WHEN n.status > 1 THEN (%(rating)s::text[])[n.perilaku] END,
      'predikat', CASE WHEN n.status > 1 THEN (%(predikat)s::text[])[n.predikat] END, -- a draft is the rater's own
      'status', (%(nilai)s::text[])[n.status], 'umpan_balik', CASE WHEN n.status > 1 THEN n.umpan_balik END, 'nip_penilai', a.nip,
      'tanggal_dinilai', (n.dinilai AT TIME ZONE 'Asia/Jakarta')::date)
    FROM pm_penilaian n JOIN pm_skp s ON s.id = n.skp_id JOIN pm_pegawai g ON g.id = s.pegawai_id LEFT JOIN pm_pegawai a ON a.id = n.penilai_id
    WHERE n.instansi_id = %(instansi)s AND n.urut > %(setelah)s AND (%(tahun)s::int IS NULL OR s.tahun = %(tahun)s) ORDER BY n.urut LIMIT %(batas)s)
) p ORDER BY p.urut LIMIT %(batas)s
