-- Every plan of the year, so that whoever asks can say what is not agreed yet; the goals only of those that are.
SELECT g.nip, s.npsn, k.nama AS sekolah, s.mulai, s.selesai, s.status, s.plt, coalesce(nullif(s.jabatan, ''), g.jabatan) AS jabatan,
  a.nip AS penilai_nip, CASE WHEN s.status = 4 THEN coalesce((
    SELECT jsonb_agg(jsonb_build_object('nomor', r.nomor, 'bagian', r.bagian, 'rhk', r.rhk, 'rhk_pimpinan', r.rhk_pimpinan, 'aspek', r.aspek,
      'indikator', r.indikator, 'target', r.target) ORDER BY r.ke) FROM pm_rhk r WHERE r.skp_id = s.id AND r.ditarik IS NULL), '[]') ELSE '[]' END AS rhk
FROM pm_pegawai g JOIN pm_skp s ON s.pegawai_id = g.id AND s.tahun = %(tahun)s
JOIN pm_sekolah k ON k.instansi_id = s.instansi_id AND k.npsn = s.npsn LEFT JOIN pm_pegawai a ON a.id = s.penilai_id
WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s) AND g.aktif ORDER BY s.mulai, s.id
