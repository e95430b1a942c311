-- Teachers of a school, as its head sees them, beside those who have a plan.
SELECT g.id, g.nama FROM pm_pegawai g
WHERE g.instansi_id = %(instansi)s AND g.npsn = %(npsn)s AND g.aktif AND g.id <> %(oleh)s AND NOT g.id = ANY(%(ada)s)
  AND NOT pm_mengepalai(g.id, g.npsn, %(hari)s) AND NOT g.pengawas AND NOT g.dinas AND pm_mengepalai(%(oleh)s, %(npsn)s, %(hari)s)
  AND EXISTS (SELECT FROM pm_pegawai o WHERE o.id = %(oleh)s AND o.instansi_id = %(instansi)s)
ORDER BY g.nama, g.id
