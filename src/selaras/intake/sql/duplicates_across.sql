-- The same, against rows that an earlier chunk of this batch has merged already, or has found unchanged (stg_seen).
WITH met AS MATERIALIZED (                                  -- LIMIT: one look into the index per row, whatever the planner believes
  SELECT g.ctid AS tid, g.tahun, g.kind, g.native, g.slot, r.raw_hash <> g.raw_hash AS differs
  FROM stg g CROSS JOIN LATERAL (
    SELECT r.raw_hash, r.batch_id FROM record r
    WHERE r.tahun = g.tahun AND r.side = %(side)s AND r.kind = g.kind AND r.native = g.native AND r.slot = g.slot LIMIT 1) r
  WHERE r.batch_id = %(batch)s
  UNION ALL
  SELECT g.ctid, g.tahun, g.kind, g.native, g.slot, s.raw_hash <> g.raw_hash
  FROM stg g JOIN stg_seen s USING (tahun, kind, native, slot)),
disputed AS (
  SELECT tahun, kind, native, slot FROM stg_ganda UNION SELECT tahun, kind, native, slot FROM met WHERE differs),
hit AS (
  SELECT g.ctid AS tid, true AS differs FROM stg g JOIN disputed USING (tahun, kind, native, slot)
  UNION ALL
  SELECT m.tid, false FROM met m
  WHERE NOT EXISTS (SELECT FROM disputed d WHERE d.tahun = m.tahun AND d.kind = m.kind AND d.native = m.native AND d.slot = m.slot)),
gone AS (
  DELETE FROM stg USING hit WHERE stg.ctid = hit.tid RETURNING stg.*, hit.differs),
undone AS (
  DELETE FROM record r USING disputed d
  WHERE r.tahun = d.tahun AND r.side = %(side)s AND r.kind = d.kind AND r.native = d.native AND r.slot = d.slot AND r.batch_id = %(batch)s
  RETURNING r.*),
first AS (                                                  -- first rows of a disputed key, told once
  DELETE FROM stg_seen s USING disputed d
  WHERE s.tahun = d.tahun AND s.kind = d.kind AND s.native = d.native AND s.slot = d.slot RETURNING s.*),
known AS (
  SELECT f.sheet, f.line, r.hasil, r.perilaku, r.predikat, r.rest, r.akun_id, r.tahun, r.kind, r.slot
  FROM first f JOIN record r ON r.tahun = f.tahun AND r.side = %(side)s AND r.kind = f.kind AND r.native = f.native AND r.slot = f.slot
  WHERE r.batch_id <> %(batch)s),
keys AS (
  INSERT INTO stg_ganda(tahun, kind, native, slot)
  SELECT tahun, kind, native, slot FROM disputed EXCEPT SELECT tahun, kind, native, slot FROM stg_ganda),
rows AS (
  SELECT sheet, line, differs, hasil, perilaku, predikat, rest, akun, tahun, kind, slot, place FROM gone
  UNION ALL
  SELECT u.sheet, u.line, true, u.hasil, u.perilaku, u.predikat, u.rest, a.native, u.tahun, u.kind, u.slot, NULL
  FROM (SELECT sheet, line, hasil, perilaku, predikat, rest, akun_id, tahun, kind, slot FROM undone UNION ALL SELECT * FROM known) u
  LEFT JOIN akun a ON a.id = u.akun_id),
kept AS (
  INSERT INTO baris(batch_id, kelas, sheet, line, codes, raw, nip, nama, tahun, kind, slot, place)
  SELECT %(batch)s, CASE WHEN differs THEN 1 ELSE 2 END, sheet, line, ARRAY[CASE WHEN differs THEN 'G2' ELSE 'G1' END],
         jsonb_build_object('hasil', hasil, 'perilaku', perilaku, 'predikat', predikat, 'isi', rest),
         akun, rest->>'nama', tahun, kind, slot, place
  FROM rows RETURNING kelas),
restored AS (                                               -- what stood before this batch changed it stands again
  INSERT INTO record OVERRIDING SYSTEM VALUE
  SELECT DISTINCT ON (o.id) o.* FROM record_old o JOIN undone u ON u.id = o.id AND o.batch_id <> %(batch)s
  ORDER BY o.id, o.batch_id DESC RETURNING id, raw_hash)
SELECT count(*) FILTER (WHERE kelas = 2), count(*) FILTER (WHERE kelas = 1),
       (SELECT count(*) FROM undone u WHERE u.kind = 4),
       (SELECT count(*) FROM undone u WHERE u.kind <> 4 AND NOT EXISTS (SELECT FROM restored r WHERE r.id = u.id)),
       (SELECT count(*) FROM undone u JOIN restored r USING (id) WHERE u.kind <> 4 AND u.raw_hash <> r.raw_hash),
       (SELECT count(*) FROM known) + (SELECT count(*) FROM undone u JOIN restored r USING (id) WHERE u.kind <> 4 AND u.raw_hash = r.raw_hash)
FROM kept;
