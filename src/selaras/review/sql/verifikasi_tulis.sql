-- One word for many, each bound to what stands now; left out are those where something else stands than was shown.
INSERT INTO pernyataan(instansi_id, tahun, orang_id, apa, terhadap, oleh_orang, oleh, sebagai, run_id, pada)
SELECT %(instansi)s, %(tahun)s, w.orang_id, 'diverifikasi', w.jejak, %(oleh_orang)s::int, %(oleh)s, %(sebagai)s, %(run)s, %(now)s::timestamptz
FROM unnest(%(orang)s::int[], %(jejak)s::uuid[]) AS w(orang_id, jejak) ORDER BY w.orang_id
