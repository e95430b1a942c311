-- What was sent with other values before is withdrawn: it is no longer what the teacher was told.
UPDATE pm_kiriman k SET ditarik = %(waktu)s, ditarik_oleh = k.dikirim_oleh, alasan = 'Dimuat ulang'
FROM pm_muat_penilaian m JOIN pm_penilaian n ON n.skp_id = m.skp_id AND n.slot = m.slot AND n.instansi_id = %(instansi)s
WHERE k.penilaian_id = n.id AND k.ditarik IS NULL
  AND (n.status <> 3 OR (k.hasil, k.perilaku, k.predikat) IS DISTINCT FROM (n.hasil, n.perilaku, n.predikat))
