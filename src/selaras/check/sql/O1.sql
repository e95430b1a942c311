-- A phase of the observation was skipped: PMM says it still goes on, and a rating that is due waits for it. Looked up from
-- the few who are not rated, so that nobody reads every activity of the district.
SELECT 2 AS scope, x.orang_id AS ref, jsonb_build_object('tulisan', min(r.rest->>'judul')) AS detail
FROM (SELECT DISTINCT e.orang_id FROM entry e JOIN potret p USING (orang_id) LEFT JOIN record n ON n.id = coalesce(e.source_id, -e.id)
      WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt AND p.di_pmm AND e.due <= %(per)s
        AND (e.source_id IS NULL OR n.status = 1)) x
JOIN akun a ON a.orang_id = x.orang_id
JOIN record r ON r.akun_id = a.id AND r.kind = 9 AND r.side = 1 AND r.tahun = %(tahun)s AND r.gone_batch IS NULL
WHERE r.rest->>'jenis' = 'observasi' AND lower(r.rest->>'status') = 'berjalan' AND r.mulai <= %(per)s
GROUP BY x.orang_id
