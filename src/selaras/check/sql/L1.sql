-- The log refuses somebody whom no finding explains: a check of ours is missing.
SELECT DISTINCT ON (a.orang_id) 2 AS scope, a.orang_id::bigint AS ref, jsonb_build_object('pesan', r.rest->>'pesan', 'tanggal', r.tanggal) AS detail
FROM record r JOIN akun a ON a.id = r.akun_id JOIN potret p USING (orang_id)
WHERE r.kind = 13 AND r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND (r.tanggal IS NULL OR r.tanggal BETWEEN make_date(%(tahun)s, 1, 1) AND make_date(%(tahun)s + 1, 6, 30))
  AND EXISTS (SELECT FROM pesan_dikenal d WHERE d.menolak AND position(d.normal IN pesan_normal(r.rest->>'pesan')) > 0)
  AND EXISTS (SELECT FROM entry e WHERE e.orang_id = a.orang_id AND e.tahun = %(tahun)s AND e.source_core IS DISTINCT FROM e.target_core)
  AND NOT EXISTS (SELECT FROM temuan t JOIN code c ON c.kode = t.kode AND c.weight > 0
                  WHERE (t.scope = 2 AND t.ref = a.orang_id) OR (t.scope = 3 AND t.ref = p.sekolah_id))
  AND NOT EXISTS (SELECT FROM operation o WHERE o.nip = a.nip AND pesan_normal(o.jawaban->>'pesan') = pesan_normal(r.rest->>'pesan')) -- our own: M5
ORDER BY a.orang_id, r.tanggal DESC NULLS LAST, r.id DESC
