SELECT r.per AS data_per, r.verb AS perintah, e.tahun, e.kind AS jenis, e.slot AS periode, h.was AS dari, h.now AS menjadi, c.kode
FROM entry_history h JOIN entry e ON e.id = h.entry_id JOIN run r ON r.id = h.run_id LEFT JOIN code c ON c.id = h.code
WHERE e.orang_id = %(orang)s ORDER BY h.run_id, e.kind, e.slot;
