WITH nilai AS (
  UPDATE pm_penilaian SET status = 2, ditetapkan = %(waktu)s WHERE skp_id = ANY(%(skp)s) AND slot = %(slot)s AND status = 1 RETURNING skp_id)
INSERT INTO pm_riwayat(instansi_id, skp_id, slot, apa, oleh, waktu) SELECT %(instansi)s, skp_id, %(slot)s, 'ditetapkan', %(oleh)s, %(waktu)s FROM nilai
