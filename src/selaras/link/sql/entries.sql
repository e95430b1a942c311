-- Entries from the pairs: what no pair holds goes, what is there and differs is updated, what is new is inserted. In steps:
-- ON CONFLICT would lock every row that is there, changed or not. New rows come last: of them the planner knows nothing yet.
DELETE FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.open_op IS NULL
  AND NOT EXISTS (SELECT FROM pasangan x WHERE x.kind = e.kind AND x.orang_id = e.orang_id AND x.slot = e.slot);

CREATE TEMP TABLE posisi ON COMMIT DROP AS
SELECT x.kind, x.orang_id, x.slot, coalesce(x.sekolah_id, p.sekolah_id) AS sekolah_id, x.source_id, x.target_id, x.source_core,
  x.target_core, x.expected, x.plt, CASE WHEN x.kind = 3 THEN t.selesai ELSE make_date(%(tahun)s, 1, 31) END AS due, e.id AS entry_id
FROM pasangan x JOIN potret p USING (orang_id) LEFT JOIN slot_tahun t ON t.slot = x.slot %% 1000
LEFT JOIN entry e ON e.tahun = %(tahun)s AND e.orang_id = x.orang_id AND e.kind = x.kind AND e.slot = x.slot;

UPDATE entry e SET sekolah_id = x.sekolah_id, source_id = x.source_id, target_id = x.target_id, source_core = x.source_core,
  target_core = x.target_core, expected = x.expected, plt = x.plt
FROM posisi x
WHERE e.id = x.entry_id AND (e.sekolah_id, e.source_id, e.target_id, e.source_core, e.target_core, e.expected, e.plt) IS DISTINCT FROM
  (x.sekolah_id, x.source_id, x.target_id, x.source_core, x.target_core, x.expected, x.plt);

-- In the order of the key: its index grows at one end.
INSERT INTO entry (tahun, instansi_id, kind, orang_id, slot, sekolah_id, source_id, target_id, source_core, target_core, expected, plt, due)
SELECT %(tahun)s, %(instansi)s, kind, orang_id, slot, sekolah_id, source_id, target_id, source_core, target_core, expected, plt, due
FROM posisi WHERE entry_id IS NULL
ORDER BY orang_id, kind, slot;
