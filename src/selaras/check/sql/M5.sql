-- e-Kinerja refused exactly what PMM still says (or a withdrawal that still stands), and no other finding explains it.
WITH ditolak AS (
  SELECT e.id, e.orang_id, e.sekolah_id, e.kind, e.slot %% 1000 AS slot, p.kepala, o.jawaban, o.pada
  FROM entry e JOIN potret p USING (orang_id) JOIN instansi i ON i.id = e.instansi_id AND NOT i.hanya_baca
  JOIN LATERAL (SELECT * FROM operation x WHERE x.entry_id = e.id AND x.status = 7 AND x.dilepas IS NULL ORDER BY x.id DESC LIMIT 1) o ON true
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
    AND (e.refused_of = e.source_core
         OR o.baru IS NULL AND e.source_id IS NULL AND o.target_core = e.target_core
            AND EXISTS (SELECT FROM telaah_berlaku k WHERE k.entry_id = e.id AND k.putusan = 5 AND k.pada < o.pada)))
SELECT 1 AS scope, d.id AS ref, jsonb_build_object('kode', d.jawaban->>'kode', 'pesan', coalesce(d.jawaban->>'pesan', d.jawaban->>'kode', 'tanpa pesan'),
  'tanggal', to_char(d.pada, 'DD-MM-YYYY')) AS detail
FROM ditolak d
WHERE NOT EXISTS (
  SELECT FROM temuan t JOIN code c ON c.kode = t.kode
  WHERE (c.weight >= 30 OR c.weight >= 10 AND EXISTS (SELECT FROM pesan_dikenal k
                                                      WHERE t.kode = ANY (k.kode) AND position(k.normal IN pesan_normal(d.jawaban->>'pesan')) > 0))
    AND (t.scope = 1 AND t.ref = d.id OR t.scope = 2 AND t.ref = d.orang_id
         OR t.scope = 3 AND t.ref = d.sekolah_id AND NOT (c.kecuali_kepala AND d.kepala)
         OR t.scope = 4 AND t.ref IN (%(instansi)s * 1000000::bigint, %(instansi)s * 1000000::bigint + d.kind * 10000,
                                      %(instansi)s * 1000000::bigint + d.kind * 10000 + d.slot)))
