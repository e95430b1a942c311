-- The keadaan of every entry from stored facts: the first true line wins (ARCHITECTURE.md). Nobody sets it.
-- Words of people (telaah) count where the target can be written (ids.tulis); 13 is a 3 that waits for such a word.
DROP TABLE IF EXISTS turunan;

CREATE TEMP TABLE turunan ON COMMIT DROP AS
WITH w AS (
  SELECT f.scope, f.ref, max(c.weight * 1000 + 999 - c.id) AS s, max((c.weight * 1000 + 999 - c.id) * (NOT c.kecuali_kepala)::int) AS s_kepala, bool_or(c.setara) AS setara, bool_or(c.kode = 'S4') AS s4,
         max((c.weight * 1000 + 999 - c.id)) FILTER (WHERE c.weight <> 20) AS s_lain
  FROM finding f JOIN code c ON c.id = f.code WHERE c.weight > 0 AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s GROUP BY 1, 2),
wi AS (
  SELECT k.kind, k.slot, max(w.s) AS s
  FROM (SELECT DISTINCT kind, slot %% 1000 AS slot FROM entry WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s) k
  JOIN w ON w.scope = 4 AND w.ref IN (%(instansi)s * 1000000::bigint, %(instansi)s * 1000000::bigint + k.kind * 10000,
                                      %(instansi)s * 1000000::bigint + k.kind * 10000 + k.slot)
  GROUP BY 1, 2),
covered AS (
  SELECT DISTINCT c.kind, c.slot, c.sekolah_id, c.semua
  FROM (SELECT c.kind, c.slot, coalesce(c.sekolah_id, u.sekolah_id) AS sekolah_id, c.sekolah_id IS NULL AND c.unor_id IS NULL AS semua
        FROM coverage c JOIN batch k ON k.id = c.batch_id LEFT JOIN unor u ON u.id = c.unor_id
        WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND k.closed_at IS NOT NULL AND c.side = 2 AND c.tahun = %(tahun)s) c),
seen_all AS (
  SELECT k.kind, k.slot FROM (SELECT DISTINCT kind, slot %% 1000 AS slot FROM entry WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s) k
  WHERE EXISTS (SELECT FROM covered c WHERE c.semua AND c.kind = k.kind AND (c.slot IS NULL OR c.slot = k.slot))),
seen_school AS (SELECT DISTINCT kind, coalesce(slot, -1) AS slot, sekolah_id FROM covered WHERE sekolah_id IS NOT NULL),
pulled AS (SELECT DISTINCT orang_id FROM entry WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s AND kind = 2 AND target_id IS NOT NULL AND NOT plt),
kode AS (SELECT max(id) FILTER (WHERE kode = 'S7') AS s7, max(id) FILTER (WHERE kode = 'S8') AS s8, max(id) FILTER (WHERE kode = 'S4') AS s4, max(id) FILTER (WHERE kode = 'F3') AS f3,
                max(id) FILTER (WHERE kode = 'M1') AS m1, max(id) FILTER (WHERE kode = 'M2') AS m2, max(id) FILTER (WHERE kode = 'M3') AS m3, max(id) FILTER (WHERE kode = 'M5') AS m5 FROM code),
ids AS (SELECT kode.*, NOT i.hanya_baca AS tulis, NOT i.hanya_baca AND coalesce((i.pengaturan->>'wajib_setuju')::boolean, true) AS wajib
        FROM kode, instansi i WHERE i.id = %(instansi)s),
d AS (
  SELECT e.id, e.keadaan AS was, e.code AS was_code, e.source_core, e.base_core,
    CASE WHEN e.open_op IS NOT NULL THEN 7 WHEN e.excluded IS NOT NULL OR k.putusan = 4 THEN 8
         WHEN e.source_core = e.target_core AND we.setara IS NOT TRUE THEN 1
         WHEN g.s >= 30000 THEN 4
         WHEN e.refused_of = e.source_core OR g.s >= 25000 THEN 6
         WHEN k.putusan = 5 THEN 2
         WHEN g.s >= 20000 THEN 5
         WHEN g.s >= 10000 THEN 3
         WHEN e.source_core IS NULL THEN 3
         WHEN e.target_id IS NULL AND a.kind IS NULL AND b.kind IS NULL THEN 3
         WHEN k.putusan = 2 OR (ids.wajib AND k.putusan IS NULL) THEN 13
         ELSE 2 END AS now,
    g.s, ids.m5, ids.tulis, CASE WHEN k.putusan = 2 THEN ids.m3 ELSE ids.m2 END AS telaah, CASE WHEN ids.tulis THEN ids.m1 WHEN o.kepala AND ws.s4 THEN ids.s4 WHEN e.kind = 2 OR p.orang_id IS NULL THEN ids.s7 ELSE ids.s8 END AS press, ids.f3
  FROM entry e CROSS JOIN ids JOIN potret o USING (orang_id)
  LEFT JOIN w we ON we.scope = 1 AND we.ref = e.id
  LEFT JOIN w wo ON wo.scope = 2 AND wo.ref = e.orang_id
  LEFT JOIN w ws ON ws.scope = 3 AND ws.ref = e.sekolah_id
  LEFT JOIN wi ON wi.kind = e.kind AND wi.slot = e.slot %% 1000
  LEFT JOIN seen_all a ON a.kind = e.kind AND a.slot = e.slot %% 1000
  LEFT JOIN seen_school b ON b.kind = e.kind AND b.sekolah_id = e.sekolah_id AND b.slot = CASE WHEN e.kind = 2 THEN -1 ELSE e.slot %% 1000 END
  LEFT JOIN pulled p ON p.orang_id = e.orang_id
  LEFT JOIN LATERAL (SELECT t.putusan FROM telaah_berlaku t WHERE ids.tulis AND t.entry_id = e.id LIMIT 1) k ON true -- LIMIT: looked up, never joined at large
  CROSS JOIN LATERAL (SELECT greatest(CASE WHEN k.putusan = 3 THEN we.s_lain ELSE we.s END, wo.s, CASE WHEN o.kepala THEN nullif(ws.s_kepala, 0) ELSE ws.s END, wi.s) AS s) g
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s),
n AS (
  SELECT id, was, was_code, base_core AS was_base, (now %% 10)::smallint AS now, CASE WHEN now = 1 THEN source_core ELSE base_core END AS base,
    CASE WHEN now IN (1, 7, 8) THEN NULL WHEN now = 2 THEN press WHEN now = 13 THEN telaah WHEN s >= 10000 THEN 999 - s %% 1000
                         WHEN now = 6 AND tulis THEN m5 ELSE f3 END::smallint AS code
  FROM d)
SELECT id, was, was_code, now, code, base FROM n WHERE (was, was_code, was_base) IS DISTINCT FROM (now, code, base);

ANALYZE turunan;

UPDATE entry e SET keadaan = t.now, code = t.code, base_core = t.base FROM turunan t WHERE t.id = e.id;

INSERT INTO entry_history(entry_id, run_id, was, now, code)
SELECT id, %(run)s, was, now, code FROM turunan WHERE (was, was_code) IS DISTINCT FROM (now, code) ORDER BY id;
