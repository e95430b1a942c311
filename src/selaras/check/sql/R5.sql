-- Spread of predikat against the advice of SE MenPANRB 3/2023, for an organisation rated Baik: mostly Baik, at most 70 percent.
-- Off unless the instansi switches it on; never blocks.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30400 AS ref, jsonb_build_object('jumlah', count(*)) AS detail
FROM entry e JOIN record r ON r.id = e.source_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.slot = 400 AND r.predikat IS NOT NULL
  AND (SELECT coalesce((pengaturan->>'sebaran_predikat')::boolean, false) FROM instansi WHERE id = %(instansi)s)
HAVING count(*) >= 10 AND (count(*) FILTER (WHERE r.predikat = 2) > 0.7 * count(*) OR count(*) FILTER (WHERE r.predikat >= 3) = 0)
