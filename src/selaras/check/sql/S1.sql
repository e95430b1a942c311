-- In PMM, and no SKP there for the year although the SKP table was read.
SELECT 2 AS scope, e.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM entry e JOIN potret p USING (orang_id)
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 2 AND NOT e.plt AND p.di_pmm
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 2 AND c.tahun = %(tahun)s AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id))
GROUP BY e.orang_id
HAVING count(e.source_id) = 0 AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode IN ('N1', 'N2', 'N5') AND t.scope = 2 AND t.ref = e.orang_id)
  AND NOT EXISTS (SELECT FROM unread u WHERE u.orang_id = e.orang_id AND u.kind = 2 AND u.side = 1)
