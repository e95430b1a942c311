INSERT INTO pm_skp(instansi_id, pegawai_id, npsn, tahun, slot, mulai, selesai, plt, jabatan, peran, urut)
SELECT instansi_id, id, coalesce(%(npsn)s::text, npsn), %(tahun)s, %(slot)s, %(mulai)s, %(selesai)s, %(plt)s,
  CASE WHEN %(plt)s THEN 'Kepala Sekolah' ELSE jabatan END,
  CASE WHEN %(plt)s OR kepala THEN 'kepala' WHEN pengawas THEN 'pengawas' ELSE 'guru' END, 0
FROM pm_pegawai WHERE id = %(oleh)s RETURNING id
