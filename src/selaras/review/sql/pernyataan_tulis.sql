INSERT INTO pernyataan(instansi_id, tahun, orang_id, apa, kode, isi, terhadap, oleh_orang, oleh, sebagai, run_id, pada)
SELECT o.instansi_id, %(tahun)s, o.id, %(apa)s, %(kode)s::text, %(isi)s::text, j.terhadap, %(oleh_orang)s::int, %(oleh)s, %(sebagai)s, %(run)s, %(now)s
FROM orang o JOIN jejak_orang(ARRAY[%(orang)s::int], %(tahun)s::int) j ON j.orang_id = o.id AND j.apa = %(apa)s
WHERE o.id = %(orang)s AND o.instansi_id = %(instansi)s RETURNING id
