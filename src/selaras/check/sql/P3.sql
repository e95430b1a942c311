-- One Angka Periodik for two periods.
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30000 + slot AS ref, jsonb_build_object('slot', slot, 'angka', slot %% 100) AS detail
FROM live_periode WHERE slot BETWEEN 101 AND 299 GROUP BY slot HAVING count(*) > 1
