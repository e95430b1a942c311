-- Accounts of one system that nobody claims become persons of their own; the same NIP twice is one person unless disputed.
WITH n AS (
  SELECT a.id, CASE WHEN a.nip IS NOT NULL AND NOT EXISTS (SELECT FROM sengketa d WHERE d.nip = a.nip) THEN a.nip ELSE 'akun ' || a.id END AS key
  FROM akun a WHERE a.instansi_id = %(instansi)s AND a.sistem = %(sistem)s AND a.orang_id IS NULL),
k AS (SELECT key, row_number() OVER (ORDER BY min(id)) AS nth FROM n GROUP BY key),
o AS (INSERT INTO orang(instansi_id, dibuat_run) SELECT %(instansi)s, %(run)s FROM k RETURNING id),
p AS (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM o)
UPDATE akun SET orang_id = p.id, link_rule = 0, link_by = 'aturan', link_run = %(run)s
FROM n JOIN k USING (key) JOIN p USING (nth) WHERE akun.id = n.id;
