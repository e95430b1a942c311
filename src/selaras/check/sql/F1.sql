-- Data that are older than the instansi wants to act on (7 days unless set otherwise).
SELECT 5 AS scope, k.id::bigint AS ref, jsonb_build_object('batch', k.id, 'tanggal_data', k.per, 'hari', %(hari_ini)s::date - k.per) AS detail
FROM batch k JOIN instansi i ON i.id = k.instansi_id
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND k.closed_at IS NOT NULL AND k.side = 2 AND k.connector LIKE 'ekinerja_laporan%%'
  AND %(hari_ini)s::date - k.per > coalesce((i.pengaturan->>'data_lama_hari')::int, 7)
