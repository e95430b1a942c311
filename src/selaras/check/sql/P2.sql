-- Monthly and quarterly periods in one year.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30000 AS ref, '{}'::jsonb AS detail
FROM live_periode WHERE slot BETWEEN 101 AND 299 HAVING count(DISTINCT slot / 100) > 1
