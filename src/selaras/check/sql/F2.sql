-- A report of e-Kinerja that covers only some units.
SELECT 5 AS scope, c.batch_id::bigint AS ref, jsonb_build_object('batch', c.batch_id, 'cakupan', string_agg(DISTINCT coalesce(s.nama, u.nama), ', ')) AS detail
FROM coverage c JOIN batch k ON k.id = c.batch_id LEFT JOIN unor u ON u.id = c.unor_id LEFT JOIN sekolah s ON s.id = coalesce(c.sekolah_id, u.sekolah_id)
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND c.side = 2 AND (c.sekolah_id IS NOT NULL OR c.unor_id IS NOT NULL)
GROUP BY c.batch_id
