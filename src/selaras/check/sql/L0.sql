-- A message of Log Sinkronisasi that the catalogue does not know.
SELECT DISTINCT ON (a.orang_id) 2 AS scope, a.orang_id::bigint AS ref, jsonb_build_object('pesan', r.rest->>'pesan', 'tanggal', r.tanggal) AS detail
FROM record r JOIN akun a ON a.id = r.akun_id
WHERE r.kind = 13 AND r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND a.orang_id IS NOT NULL AND (r.tanggal IS NULL OR r.tanggal BETWEEN make_date(%(tahun)s, 1, 1) AND make_date(%(tahun)s + 1, 6, 30))
  AND NOT EXISTS (SELECT FROM pesan_dikenal d WHERE position(d.normal IN pesan_normal(r.rest->>'pesan')) > 0)
  AND NOT EXISTS (SELECT FROM operation o WHERE o.nip = a.nip AND pesan_normal(o.jawaban->>'pesan') = pesan_normal(r.rest->>'pesan')) -- our own: M5
ORDER BY a.orang_id, r.tanggal DESC NULLS LAST, r.id DESC
