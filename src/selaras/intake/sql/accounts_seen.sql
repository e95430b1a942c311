-- Accounts of people that only a report names so far. Every name is looked up once: within the import nothing has
-- statistics, and LIMIT keeps the planner from hashing all accounts for every chunk.
WITH named AS MATERIALIZED (SELECT DISTINCT akun FROM stg WHERE akun IS NOT NULL AND kind <> 1),
missing AS MATERIALIZED (
  SELECT n.akun FROM named n LEFT JOIN LATERAL (
    SELECT a.id FROM akun a WHERE a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND a.native = n.akun LIMIT 1) a ON true
  WHERE a.id IS NULL),
first AS (
  SELECT DISTINCT ON (g.akun) g.ctid AS tid FROM missing m JOIN stg g ON g.akun = m.akun
  WHERE g.kind <> 1 ORDER BY g.akun, g.plt NULLS FIRST, g.kind)
INSERT INTO akun(instansi_id, sistem, native, nip, nama, nama_normal, unor_id, sekolah_id, kepala, pengawas)
SELECT %(instansi)s, %(side)s, g.akun, CASE WHEN g.akun ~ '^[0-9]{18}$' THEN g.akun END,
  g.rest->>'nama', nama_normal(g.rest->>'nama'), p.unor_id, p.sekolah_id,
  coalesce((g.rest->>'kepala')::boolean, false), coalesce((g.rest->>'pengawas')::boolean, false)
FROM first JOIN stg g ON g.ctid = first.tid LEFT JOIN stg_place p USING (place)
ON CONFLICT DO NOTHING;
