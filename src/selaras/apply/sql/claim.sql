-- The next operations of a plan, claimed or lapsed in one statement: status 0 -> 1 where the entry still stands as sealed,
-- 0 -> 8 where it moved, together with whatever needs an operation that lapsed. Entries that somebody holds are left for later.
WITH RECURSIVE w AS MATERIALIZED (
  SELECT o.id, o.seq, e.id AS entry_id, e.source_core AS kini_pmm, e.target_core AS kini_ekinerja,
    CASE WHEN o.needs IS NOT NULL AND n.status IS NULL OR n.status IN (7, 8) THEN 'syarat'
         WHEN (e.source_core, e.target_core) IS DISTINCT FROM (o.source_core, o.target_core) THEN 'bergeser'
         WHEN e.open_op IS NOT NULL AND e.open_op <> o.id THEN 'terbuka'
         WHEN e.excluded = 1 THEN 'dikecualikan'
         WHEN EXISTS (SELECT FROM telaah_berlaku k WHERE k.entry_id = e.id AND k.putusan IN (2, 4)) THEN 'ditelaah' END AS sebab
  FROM plan p JOIN operation o ON o.plan_id = p.id JOIN entry e ON e.id = o.entry_id
  LEFT JOIN operation n ON n.plan_id = o.plan_id AND n.seq = o.needs
  WHERE p.id = %(plan)s AND p.ditutup IS NULL AND p.jeda IS NULL
    AND o.status = 0 {bagian} AND (o.needs IS NULL OR n.status IS NULL OR n.status IN (2, 3, 7, 8))
  ORDER BY o.seq LIMIT %(n)s FOR UPDATE OF o, e SKIP LOCKED),
held AS (
  UPDATE entry e SET open_op = w.id FROM w WHERE w.sebab IS NULL AND e.id = w.entry_id RETURNING e.open_op AS id),
gone AS (
  SELECT id, seq, sebab FROM w WHERE sebab IS NOT NULL
  UNION ALL
  SELECT o.id, o.seq, 'syarat' FROM gone g JOIN operation o ON o.plan_id = %(plan)s AND o.needs = g.seq AND o.status = 0),
moved AS (
  UPDATE operation o SET status = CASE WHEN x.sebab IS NULL THEN 1 ELSE 8 END, percobaan = o.percobaan + (x.sebab IS NULL)::int,
    pekerja = %(pekerja)s, run_id = %(pekerja)s, pada = %(now)s
  FROM (SELECT id, NULL AS sebab FROM held UNION SELECT id, min(sebab) FROM gone GROUP BY id) x
  WHERE o.id = x.id AND o.status = 0
  RETURNING o.id, o.seq, o.entry_id, o.kunci, o.kind, o.nip, o.tahun, o.npsn, o.mulai, o.slot, o.versi, o.baru, o.alasan,
    o.source_core, o.target_core, x.sebab)
SELECT m.*, w.kini_pmm, w.kini_ekinerja FROM moved m LEFT JOIN w USING (id) ORDER BY m.seq;
