-- What is loaded as sent has its proof.
INSERT INTO pm_kiriman(instansi_id, penilaian_id, pegawai_id, hasil, perilaku, predikat, dikirim, dikirim_oleh)
SELECT n.instansi_id, n.id, s.pegawai_id, n.hasil, n.perilaku, n.predikat, coalesce(n.dinilai, %(waktu)s), coalesce(n.penilai_id, s.pegawai_id)
FROM pm_muat_penilaian m JOIN pm_skp s ON s.id = m.skp_id JOIN pm_penilaian n ON n.skp_id = m.skp_id AND n.slot = m.slot
WHERE n.instansi_id = %(instansi)s AND n.status = 3
  AND NOT EXISTS (SELECT FROM pm_kiriman k WHERE k.penilaian_id = n.id AND k.ditarik IS NULL)
