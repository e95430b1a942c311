-- Not rated: PMM was read for it, an SKP is there, the period is due, and no rating is set.
SELECT 1 AS scope, e.id AS ref, '{}'::jsonb AS detail
FROM entry e JOIN potret p USING (orang_id) LEFT JOIN record r ON r.id = coalesce(e.source_id, -e.id)
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt AND p.di_pmm AND e.due <= %(per)s
  AND (e.source_id IS NULL OR r.status = 1)
  AND EXISTS (SELECT FROM entry k WHERE k.orang_id = e.orang_id AND k.tahun = e.tahun AND k.kind = 2 AND k.source_core IS NOT NULL)
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 3 AND c.tahun = %(tahun)s AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id))
  AND NOT EXISTS (SELECT FROM unread u WHERE u.orang_id = e.orang_id AND u.kind = 3 AND u.slot = e.slot AND u.side = 1)
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'R6' AND t.scope = 1 AND t.ref = e.id)
