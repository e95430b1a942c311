-- NIP missing or impossible on an ASN account of PMM or Dapodik.
SELECT DISTINCT ON (a.orang_id) 2 AS scope, a.orang_id::bigint AS ref,
  jsonb_build_object('batch', r.batch_id, 'baris', r.line, 'lembar', r.sheet) AS detail
FROM akun a LEFT JOIN record r ON r.akun_id = a.id AND r.kind = 1 AND r.gone_batch IS NULL
WHERE a.instansi_id = %(instansi)s AND 'N1' = ANY(a.kode) AND NOT a.usang AND a.orang_id IS NOT NULL
ORDER BY a.orang_id, a.sistem, r.id
