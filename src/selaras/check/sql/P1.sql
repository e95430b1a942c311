-- A period that is due by now is missing in Manajemen Periode.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30000 + t.slot AS ref, jsonb_build_object('slot', t.slot) AS detail
FROM slot_tahun t
WHERE t.slot < 400 AND t.selesai <= %(per)s AND EXISTS (SELECT FROM live_periode)
  AND NOT EXISTS (SELECT FROM live_periode p WHERE p.slot = t.slot)
  AND EXISTS (SELECT FROM live_periode p WHERE p.slot / 100 = t.slot / 100)
