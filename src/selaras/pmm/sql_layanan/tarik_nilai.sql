WITH nilai AS (
  UPDATE pm_penilaian SET status = 1, ditetapkan = NULL WHERE skp_id = %(skp)s AND slot = %(slot)s RETURNING id),
kiriman AS (
  UPDATE pm_kiriman k SET ditarik = %(waktu)s, ditarik_oleh = %(oleh)s, alasan = %(alasan)s FROM nilai
  WHERE k.penilaian_id = nilai.id AND k.ditarik IS NULL)
INSERT INTO pm_riwayat(instansi_id, skp_id, slot, apa, oleh, waktu, alasan)
VALUES (%(instansi)s, %(skp)s, %(slot)s, 'ditarik', %(oleh)s, %(waktu)s, %(alasan)s)
