-- The evidence of a plan, a page of it: what was said and answered, what was seen, who approved.
WITH halaman AS MATERIALIZED (
  SELECT o.*, count(*) OVER () AS semua FROM operation o WHERE o.plan_id = %(plan)s ORDER BY o.seq LIMIT %(batas)s OFFSET %(lewati)s)
SELECT o.seq AS nomor, p.nama, o.nip, s.nama AS sekolah, s.npsn, o.kind, o.slot, o.lama, o.baru, o.alasan AS alasan_tarik, o.status, o.sebab,
  o.jawaban->>'kode' AS kode, o.jawaban->>'pesan' AS pesan, o.pada AS dijawab_pada, r.actor AS dikirim_oleh, v.pada AS dilihat_pada, v.cocok,
  t.oleh AS disetujui_oleh, t.sebagai, t.nomor_sk, t.pada AS disetujui_pada, o.semua
FROM halaman o JOIN entry e ON e.id = o.entry_id LEFT JOIN potret p ON p.orang_id = e.orang_id LEFT JOIN sekolah s ON s.id = o.sekolah_id
LEFT JOIN run r ON r.id = o.run_id
LEFT JOIN LATERAL (SELECT * FROM evidence x WHERE x.operation_id = o.id ORDER BY x.id DESC LIMIT 1) v ON true
LEFT JOIN telaah t ON t.id = coalesce(v.telaah_id, (SELECT max(x.id) FROM telaah x WHERE x.entry_id = o.entry_id AND x.putusan IN (1, 3, 5)
  AND x.source_core IS NOT DISTINCT FROM o.source_core AND x.target_core IS NOT DISTINCT FROM o.target_core))
ORDER BY o.seq
