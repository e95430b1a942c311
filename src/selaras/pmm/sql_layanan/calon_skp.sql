-- May this account have a plan there, and is there one already on those days? An acting post stands beside the definitive one.
SELECT CASE WHEN %(plt)s THEN pm_bertugas(p.id, coalesce(%(npsn)s::text, p.npsn), 'kepala', %(hari)s)
    ELSE p.npsn = coalesce(%(npsn)s::text, p.npsn)
      OR p.pengawas AND pm_bertugas(p.id, coalesce(%(npsn)s::text, p.npsn), 'pengawas', %(hari)s) END,
  EXISTS (SELECT FROM pm_skp s WHERE s.pegawai_id = p.id AND s.tahun = %(tahun)s AND s.plt = %(plt)s
    AND (s.npsn = coalesce(%(npsn)s::text, p.npsn) OR NOT s.plt)
    AND daterange(s.mulai, s.selesai, '[]') && daterange(%(mulai)s, %(selesai)s, '[]'))
FROM pm_pegawai p WHERE p.id = %(oleh)s AND p.instansi_id = %(instansi)s AND p.aktif
