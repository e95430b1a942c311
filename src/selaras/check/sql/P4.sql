-- The due periods leave a hole between their dates (a missing period is P1's).
WITH p AS (
  SELECT slot, awal, akhir, lag(akhir) OVER (ORDER BY slot) AS sebelum, lag(slot) OVER (ORDER BY slot) AS slot_sebelum
  FROM live_periode WHERE slot BETWEEN 101 AND 299 AND awal <= %(per)s)
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30000 + slot AS ref,
  jsonb_build_object('slot', slot, 'rentang', CASE WHEN sebelum IS NULL THEN to_char(make_date(%(tahun)s, 1, 1), 'DD-MM-YYYY') ELSE to_char(sebelum + 1, 'DD-MM-YYYY') END
    || ' s.d. ' || to_char(awal - 1, 'DD-MM-YYYY')) AS detail
FROM p WHERE (sebelum IS NULL AND slot %% 100 = 1 AND awal > make_date(%(tahun)s, 1, 1)) OR (sebelum < awal - 1 AND slot_sebelum = slot - 1)
