-- SIASN says the person no longer serves; the school side still lists him. Waits for a person to confirm; then it is done.
SELECT 2 AS scope, p.orang_id::bigint AS ref, jsonb_build_object('sumber', 'SIASN', 'kedudukan', p.kedudukan) AS detail
FROM potret p
WHERE p.instansi_id = %(instansi)s AND NOT p.aktif AND (p.di_pmm OR p.di_dapodik)
  AND NOT EXISTS (SELECT FROM pengecualian x WHERE x.orang_id = p.orang_id AND x.dicabut_run IS NULL AND %(per)s BETWEEN x.mulai AND coalesce(x.sampai, 'infinity'))
