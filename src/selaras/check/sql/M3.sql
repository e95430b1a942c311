-- Returned by whoever looked at it, with the reason, as long as neither side has moved since.
SELECT 1 AS scope, e.id AS ref, jsonb_build_object('alasan', k.alasan, 'oleh', k.oleh, 'tanggal', to_char(k.pada, 'DD-MM-YYYY')) AS detail
FROM telaah_berlaku k JOIN entry e ON e.id = k.entry_id JOIN instansi i ON i.id = e.instansi_id AND NOT i.hanya_baca
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND k.putusan = 2
