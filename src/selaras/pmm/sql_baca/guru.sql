SELECT g.id, g.nama, g.nip, g.nuptk, g.npsn, k.nama AS sekolah, g.jabatan, g.golongan, g.kepala, g.pengawas, g.dinas, g.aktif,
  o.id = g.id OR pm_mengepalai(o.id, g.npsn, %(hari)s) OR EXISTS (
    SELECT FROM pm_skp s WHERE s.pegawai_id = g.id AND s.tahun = %(tahun)s AND pm_boleh_mengamati(o.id, s.id, %(hari)s)) AS boleh
FROM pm_pegawai g JOIN pm_pegawai o ON o.id = %(oleh)s AND o.instansi_id = g.instansi_id AND o.aktif
LEFT JOIN pm_sekolah k ON k.instansi_id = g.instansi_id AND k.npsn = g.npsn
WHERE g.id = %(pegawai)s AND g.instansi_id = %(instansi)s
