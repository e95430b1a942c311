SELECT g.nip, s.id, u.npsn, s.mulai, s.selesai, s.status, s.jabatan, s.plt, s.atasan_nip, s.pendekatan, s.versi, coalesce((
  SELECT jsonb_agg(jsonb_build_object('nomor', r.nomor, 'bagian', r.bagian, 'rhk', r.rhk, 'rhk_pimpinan', r.rhk_pimpinan, 'aspek', r.aspek,
    'indikator', r.indikator, 'target', r.target) ORDER BY r.urut) FROM ek_rhk r WHERE r.skp_id = s.id AND r.ditarik IS NULL), '[]') AS rhk
FROM ek_pegawai g JOIN ek_skp s ON s.pegawai_id = g.id AND s.tahun = %(tahun)s AND s.ditarik IS NULL
JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id
WHERE g.instansi_id = %(instansi)s AND g.nip = ANY(%(nip)s) ORDER BY s.mulai, s.id
