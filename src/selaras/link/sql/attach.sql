-- Accounts without a person join the one person that carries the same number; two candidates are none.
WITH lonely AS MATERIALIZED (                               -- few or none on most calls; not known to the planner
  SELECT * FROM akun WHERE instansi_id = %(instansi)s AND orang_id IS NULL AND {column} IS NOT NULL),
candidate AS (
  SELECT t.id, min(s.orang_id) AS orang_id
  FROM lonely t JOIN akun s ON s.instansi_id = t.instansi_id AND s.{column} = t.{column} AND s.orang_id IS NOT NULL AND (s.aktif OR {rule} = 1)
  WHERE NOT EXISTS (SELECT FROM sengketa d WHERE {rule} = 1 AND d.nip = t.nip)
    AND NOT EXISTS (SELECT FROM padan_orang p WHERE p.dibatalkan IS NULL AND NOT p.sama
                    AND p.akun_a = least(s.id, t.id) AND p.akun_b = greatest(s.id, t.id))
  GROUP BY t.id HAVING count(DISTINCT s.orang_id) = 1)
UPDATE akun SET orang_id = candidate.orang_id, link_rule = {rule}, link_by = 'aturan', link_run = %(run)s
FROM candidate WHERE akun.id = candidate.id;
