-- G1: the same row again, counted once. G2: one key with different content, none of them is kept.
WITH twice AS MATERIALIZED (
  SELECT tahun, kind, native, slot FROM stg WHERE native = ANY(%(natives)s::uuid[]) GROUP BY 1, 2, 3, 4 HAVING count(*) > 1),
numbered AS (
  SELECT stg.ctid, row_number() OVER w AS nth, min(raw_hash::text) OVER k <> max(raw_hash::text) OVER k AS differs
  FROM stg JOIN twice USING (tahun, kind, native, slot)
  WINDOW k AS (PARTITION BY tahun, kind, native, slot), w AS (PARTITION BY tahun, kind, native, slot ORDER BY sheet, line)),
doomed AS (SELECT ctid, differs FROM numbered WHERE differs OR nth > 1),
gone AS (
  DELETE FROM stg USING doomed WHERE stg.ctid = doomed.ctid
  RETURNING stg.*, doomed.differs),
keys AS (
  INSERT INTO stg_ganda(tahun, kind, native, slot) SELECT DISTINCT tahun, kind, native, slot FROM gone WHERE differs),
kept AS (
  INSERT INTO baris(batch_id, kelas, sheet, line, codes, raw, nip, nama, tahun, kind, slot, place)
  SELECT %(batch)s, CASE WHEN differs THEN 1 ELSE 2 END, sheet, line, ARRAY[CASE WHEN differs THEN 'G2' ELSE 'G1' END],
         jsonb_build_object('hasil', hasil, 'perilaku', perilaku, 'predikat', predikat, 'isi', rest),
         akun, rest->>'nama', tahun, kind, slot, place
  FROM gone RETURNING kelas)
SELECT count(*) FILTER (WHERE kelas = 2) AS duplicate, count(*) FILTER (WHERE kelas = 1) AS rejected FROM kept;
