-- Persons whose account of belajar.id stands in the staff list of Ruang GTK (kind 1, side 1).
SELECT DISTINCT a.orang_id
FROM record r JOIN akun a ON a.id = r.akun_id
WHERE r.instansi_id = %(instansi)s AND r.side = 1 AND r.kind = 1 AND r.gone_batch IS NULL
  AND lower(r.rest ->> 'akun_belajar') = %(email)s AND a.orang_id IS NOT NULL AND NOT a.usang;
