-- Everything that was carried over for one person: what was said and answered, what was seen, who approved, by which runs.
SELECT e.id AS entri, e.tahun, e.kind AS jenis, e.slot AS periode, e.keadaan, s.nama AS sekolah, o.plan_id AS rencana, o.seq AS nomor, o.status, o.lama, o.baru,
  o.alasan AS alasan_tarik, o.jawaban, o.sebab, o.pada AS dijawab_pada, o.run_id AS kirim_run, r.actor AS dikirim_oleh,
  v.pada AS dilihat_pada, v.run_id AS lihat_run, v.kolom, v.terlihat, v.cocok, encode(uuid_send(v.source_core), 'hex') AS inti_pmm, encode(uuid_send(v.target_core), 'hex') AS inti_ekinerja,
  t.oleh AS disetujui_oleh, t.sebagai, t.nomor_sk, t.pada AS disetujui_pada, t.putusan
FROM entry e JOIN operation o ON o.entry_id = e.id LEFT JOIN run r ON r.id = o.run_id LEFT JOIN sekolah s ON s.id = e.sekolah_id
LEFT JOIN evidence v ON v.operation_id = o.id
LEFT JOIN telaah t ON t.id = coalesce(v.telaah_id, (SELECT max(x.id) FROM telaah x WHERE x.entry_id = e.id AND x.putusan IN (1, 3, 5)
  AND x.source_core IS NOT DISTINCT FROM o.source_core AND x.target_core IS NOT DISTINCT FROM o.target_core))
WHERE e.orang_id = %(orang)s AND e.instansi_id = %(instansi)s AND (%(tahun)s::int IS NULL OR e.tahun = %(tahun)s)
ORDER BY e.tahun, e.kind, e.slot, o.id;
