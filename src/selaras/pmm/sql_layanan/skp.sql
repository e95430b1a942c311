-- Plans of the instansi among those asked for, and what the acting account may do with each on that day.
SELECT s.id, s.pegawai_id, g.nama, s.tahun, s.slot, s.mulai, s.selesai, s.peran, s.status, s.indikator,
  coalesce((SELECT max(f.fase) FROM pm_fase f WHERE f.skp_id = s.id), 0),
  s.pegawai_id = %(oleh)s AND g.aktif, pm_boleh_menilai(%(oleh)s, s.id, %(hari)s), pm_boleh_mengamati(%(oleh)s, s.id, %(hari)s)
FROM pm_skp s JOIN pm_pegawai g ON g.id = s.pegawai_id
WHERE s.instansi_id = %(instansi)s AND s.id = ANY(%(skp)s)
