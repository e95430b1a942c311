-- The first reading counts.
UPDATE pm_kiriman k SET dibaca = coalesce(k.dibaca, %(waktu)s)
FROM pm_penilaian n JOIN pm_skp s ON s.id = n.skp_id
WHERE k.penilaian_id = n.id AND k.ditarik IS NULL AND n.instansi_id = %(instansi)s AND n.skp_id = %(skp)s AND n.slot = %(slot)s
  AND s.pegawai_id = %(oleh)s
RETURNING k.dibaca
