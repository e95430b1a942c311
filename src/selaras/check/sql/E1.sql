-- Without PMM: no SKP in e-Kinerja although the report covers the person. Whether PMM has one is not known.
SELECT 2 AS scope, e.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM entry e JOIN potret p USING (orang_id)
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 2 AND NOT e.plt
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N7' AND t.scope = 2 AND t.ref = e.orang_id)
  AND NOT EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 2 AND c.tahun = %(tahun)s AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id))
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 2 AND c.kind = 2 AND c.tahun = %(tahun)s AND (c.semua OR c.sekolah_id = p.sekolah_id))
GROUP BY e.orang_id
HAVING count(e.source_id) + count(e.target_id) = 0 AND NOT EXISTS (SELECT FROM unread u WHERE u.orang_id = e.orang_id AND u.kind = 2)
