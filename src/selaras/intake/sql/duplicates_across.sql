-- The same, against rows that an earlier chunk of this batch has merged already.
WITH hit AS (
  SELECT g.ctid, r.id, r.raw_hash <> g.raw_hash AS differs
  FROM stg g JOIN record r ON r.tahun = g.tahun AND r.side = %(side)s AND r.kind = g.kind AND r.native = g.native AND r.slot = g.slot
  WHERE r.batch_id = %(batch)s
  UNION ALL
  SELECT g.ctid, NULL, true FROM stg g JOIN stg_ganda USING (tahun, kind, native, slot)),
gone AS (
  DELETE FROM stg USING hit WHERE stg.ctid = hit.ctid RETURNING stg.*, hit.differs, hit.id),
undone AS (
  DELETE FROM record r USING gone WHERE gone.differs AND r.id = gone.id RETURNING r.*),
keys AS (
  INSERT INTO stg_ganda(tahun, kind, native, slot) SELECT DISTINCT tahun, kind, native, slot FROM undone),
rows AS (
  SELECT sheet, line, differs, hasil, perilaku, predikat, rest, akun, tahun, kind, slot, place FROM gone
  UNION ALL
  SELECT u.sheet, u.line, true, u.hasil, u.perilaku, u.predikat, u.rest, a.native, u.tahun, u.kind, u.slot, NULL
  FROM undone u LEFT JOIN akun a ON a.id = u.akun_id),
kept AS (
  INSERT INTO baris(batch_id, kelas, sheet, line, codes, raw, nip, nama, tahun, kind, slot, place)
  SELECT %(batch)s, CASE WHEN differs THEN 1 ELSE 2 END, sheet, line, ARRAY[CASE WHEN differs THEN 'G2' ELSE 'G1' END],
         jsonb_build_object('hasil', hasil, 'perilaku', perilaku, 'predikat', predikat, 'isi', rest),
         akun, rest->>'nama', tahun, kind, slot, place
  FROM rows RETURNING kelas),
restored AS (                                               -- what stood before this batch changed it stands again
  INSERT INTO record OVERRIDING SYSTEM VALUE
  SELECT DISTINCT ON (o.id) o.* FROM record_old o JOIN undone u ON u.id = o.id AND o.batch_id <> %(batch)s
  ORDER BY o.id, o.batch_id DESC RETURNING id)
SELECT count(*) FILTER (WHERE kelas = 2), count(*) FILTER (WHERE kelas = 1),
       (SELECT count(*) FROM undone u WHERE u.kind = 4),
       (SELECT count(*) FROM undone u WHERE u.kind <> 4 AND NOT EXISTS (SELECT FROM restored r WHERE r.id = u.id)),
       (SELECT count(*) FROM undone u WHERE u.kind <> 4 AND EXISTS (SELECT FROM restored r WHERE r.id = u.id))
FROM kept;
