-- No rating of a quarter, a rating of the year, and no activity in that quarter although activities were read.
SELECT 1 AS scope, e.id AS ref, '{}'::jsonb AS detail
FROM entry e JOIN potret p USING (orang_id) JOIN slot_tahun t ON t.slot = e.slot
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.source_id IS NULL AND e.slot < 400 AND p.di_pmm AND e.due <= %(per)s
  AND EXISTS (SELECT FROM entry y WHERE y.orang_id = e.orang_id AND y.tahun = e.tahun AND y.kind = 3 AND y.slot = 400 AND y.source_id IS NOT NULL)
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 9 AND (c.sekolah_id IS NULL OR c.sekolah_id = p.sekolah_id))
  AND NOT EXISTS (SELECT FROM unread u WHERE u.orang_id = e.orang_id AND u.kind = 3 AND u.slot = e.slot AND u.side = 1)
  AND NOT EXISTS (SELECT FROM record r JOIN akun a ON a.id = r.akun_id WHERE a.orang_id = e.orang_id AND r.kind = 9 AND r.gone_batch IS NULL
                  AND r.mulai <= t.selesai AND coalesce(r.selesai, r.mulai) >= t.mulai)
