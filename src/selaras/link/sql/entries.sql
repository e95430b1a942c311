INSERT INTO entry AS e (tahun, instansi_id, kind, orang_id, slot, sekolah_id, source_id, target_id, source_core, target_core, expected, plt, due)
SELECT %(tahun)s, %(instansi)s, x.kind, x.orang_id, x.slot, coalesce(x.sekolah_id, p.sekolah_id), x.source_id, x.target_id, x.source_core,
       x.target_core, x.expected, x.plt, CASE WHEN x.kind = 3 THEN t.selesai ELSE make_date(%(tahun)s, 1, 31) END
FROM pasangan x JOIN potret p USING (orang_id) LEFT JOIN slot_tahun t ON t.slot = x.slot %% 1000
ORDER BY x.orang_id, x.kind, x.slot                         -- in the order of the key: its index grows at one end
ON CONFLICT (tahun, orang_id, kind, slot) DO UPDATE SET
  sekolah_id = EXCLUDED.sekolah_id, source_id = EXCLUDED.source_id, target_id = EXCLUDED.target_id, source_core = EXCLUDED.source_core,
  target_core = EXCLUDED.target_core, expected = EXCLUDED.expected, plt = EXCLUDED.plt
WHERE (e.sekolah_id, e.source_id, e.target_id, e.source_core, e.target_core, e.expected, e.plt) IS DISTINCT FROM
  (EXCLUDED.sekolah_id, EXCLUDED.source_id, EXCLUDED.target_id, EXCLUDED.source_core, EXCLUDED.target_core, EXCLUDED.expected, EXCLUDED.plt);

DELETE FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.open_op IS NULL
  AND NOT EXISTS (SELECT FROM pasangan x WHERE x.kind = e.kind AND x.orang_id = e.orang_id AND x.slot = e.slot);
