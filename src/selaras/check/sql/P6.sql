-- Batas Pengisian had passed when the data were drawn, and people are not done.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30000 + p.slot AS ref,
  jsonb_build_object('slot', p.slot, 'tanggal', to_char(p.batas, 'DD-MM-YYYY'), 'jumlah', count(*)) AS detail
FROM (SELECT slot, max(batas) AS batas FROM live_periode WHERE batas IS NOT NULL AND slot > 0 GROUP BY slot) p
JOIN entry e ON e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.slot = p.slot AND e.source_core IS DISTINCT FROM e.target_core
WHERE p.batas < %(per)s GROUP BY p.slot, p.batas
