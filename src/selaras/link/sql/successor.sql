-- A PPPK who became PNS has two lawful numbers: the ended account of SIASN follows the one serving account with its NIK.
UPDATE akun b SET orang_id = n.baru, link_rule = 2, link_by = 'aturan', link_run = %(run)s
FROM (
  SELECT t.orang_id AS lama, min(s.orang_id) AS baru
  FROM akun t JOIN akun s ON s.instansi_id = t.instansi_id AND s.sistem = 4 AND s.aktif AND s.nik = t.nik AND s.nip <> t.nip
  WHERE t.instansi_id = %(instansi)s AND t.sistem = 4 AND NOT t.aktif AND t.orang_id <> s.orang_id
    AND NOT EXISTS (SELECT FROM akun o WHERE o.orang_id = t.orang_id AND o.sistem = 4 AND o.aktif)
    AND NOT EXISTS (SELECT FROM padan_orang p WHERE p.dibatalkan IS NULL AND NOT p.sama AND p.akun_a = least(s.id, t.id) AND p.akun_b = greatest(s.id, t.id))
  GROUP BY t.orang_id HAVING count(DISTINCT s.orang_id) = 1) n
WHERE b.orang_id = n.lama;
