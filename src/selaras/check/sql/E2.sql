-- Without PMM: an SKP, but no rating of a due period in e-Kinerja although its report covers the person.
SELECT 1 AS scope, e.id AS ref, '{}'::jsonb AS detail
FROM entry e JOIN potret p USING (orang_id)
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt AND e.source_id IS NULL AND e.target_id IS NULL AND e.due <= %(per)s
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'N7' AND t.scope = 2 AND t.ref = e.orang_id)
  AND NOT EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 3 AND c.tahun = %(tahun)s AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id))
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 2 AND c.kind = 3 AND c.tahun = %(tahun)s AND (c.slot IS NULL OR c.slot = e.slot) AND (c.semua OR c.sekolah_id = p.sekolah_id))
  AND NOT EXISTS (SELECT FROM unread u WHERE u.orang_id = e.orang_id AND u.kind = 3 AND u.slot = e.slot)
  AND NOT EXISTS (SELECT FROM temuan t WHERE t.kode = 'E1' AND t.scope = 2 AND t.ref = e.orang_id)
