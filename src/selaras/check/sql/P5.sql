-- The Final period: exactly one, without Tahun.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30400 AS ref, jsonb_build_object('jumlah', count(*) FILTER (WHERE final)) AS detail
FROM live_periode HAVING count(*) > 0 AND (count(*) FILTER (WHERE final) <> 1 OR bool_or(final AND tahun IS NOT NULL))
