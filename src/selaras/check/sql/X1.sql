-- SIASN says the person no longer serves; the school side still lists him. Waits for a person to confirm.
SELECT 2 AS scope, p.orang_id::bigint AS ref, jsonb_build_object('sumber', 'SIASN', 'kedudukan', p.kedudukan) AS detail
FROM potret p
WHERE p.instansi_id = %(instansi)s AND NOT p.aktif AND (p.di_pmm OR p.di_dapodik)
