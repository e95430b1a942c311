-- A person said: these two accounts are one person. The PMM or Dapodik account follows the other side's person.
UPDATE akun b SET orang_id = a.orang_id, link_rule = 9, link_by = p.oleh, link_run = %(run)s
FROM padan_orang p JOIN akun x ON x.id = p.akun_a JOIN akun y ON y.id = p.akun_b
JOIN LATERAL (SELECT CASE WHEN x.sistem IN (2, 4) THEN x.id ELSE y.id END AS kept, CASE WHEN x.sistem IN (2, 4) THEN y.id ELSE x.id END AS moved) m ON true
JOIN akun a ON a.id = m.kept
WHERE p.dibatalkan IS NULL AND p.sama AND p.instansi_id = %(instansi)s AND b.orang_id IS DISTINCT FROM a.orang_id
  AND (b.id = m.moved OR b.orang_id = (SELECT orang_id FROM akun WHERE id = m.moved)) AND a.orang_id IS NOT NULL;
