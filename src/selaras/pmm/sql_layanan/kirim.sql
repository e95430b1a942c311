-- What is sent is kept as it was sent: a later change does not touch the proof.
WITH nilai AS (
  UPDATE pm_penilaian SET status = 3 WHERE skp_id = ANY(%(skp)s) AND slot = %(slot)s AND status = 2 RETURNING id, skp_id, hasil, perilaku, predikat),
kiriman AS (
  INSERT INTO pm_kiriman(instansi_id, penilaian_id, pegawai_id, hasil, perilaku, predikat, dikirim, dikirim_oleh)
  SELECT %(instansi)s, n.id, s.pegawai_id, n.hasil, n.perilaku, n.predikat, %(waktu)s, %(oleh)s FROM nilai n JOIN pm_skp s ON s.id = n.skp_id)
INSERT INTO pm_riwayat(instansi_id, skp_id, slot, apa, oleh, waktu) SELECT %(instansi)s, skp_id, %(slot)s, 'dikirim', %(oleh)s, %(waktu)s FROM nilai
