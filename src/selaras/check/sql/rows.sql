-- Rows that could not be read: on the entry or the person they were about, else on the row itself. (kode comes with the row.)
SELECT c.kode, CASE WHEN e.id IS NOT NULL THEN 1 WHEN o.orang_id IS NOT NULL THEN 2 ELSE 6 END AS scope, coalesce(e.id, o.orang_id, b.id) AS ref,
  jsonb_build_object('batch', min(b.batch_id), 'baris', min(b.line), 'lembar', min(b.sheet), 'tulisan', min(b.alasan), 'nama', min(b.nama)) AS detail
FROM baris b JOIN batch k ON k.id = b.batch_id CROSS JOIN LATERAL unnest(b.codes) AS c(kode)
LEFT JOIN LATERAL (SELECT a.orang_id FROM akun a WHERE a.nip = b.nip AND a.instansi_id = %(instansi)s AND a.orang_id IS NOT NULL ORDER BY a.sistem DESC LIMIT 1) o ON true
LEFT JOIN entry e ON e.orang_id = o.orang_id AND e.tahun = b.tahun AND e.kind = b.kind AND e.slot = b.slot
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND b.kelas = 1 AND b.cleared_batch IS NULL AND coalesce(b.tahun, 0) IN (0, %(tahun)s)
  AND c.kode NOT IN ('N2') AND NOT (c.kode = 'G2' AND EXISTS (SELECT FROM temuan t WHERE t.kode = 'N5' AND t.scope = 2 AND t.ref = o.orang_id))
  AND NOT (c.kode = 'N1' AND b.nip IS NULL AND b.kind <> 1 AND EXISTS (   -- the person's own N1 says it already
    SELECT FROM temuan t JOIN potret p ON p.orang_id = t.ref JOIN sekolah s ON s.id = p.sekolah_id
    WHERE t.kode = 'N1' AND t.scope = 2 AND s.npsn = b.raw->>'npsn'))
GROUP BY c.kode, 2, 3
