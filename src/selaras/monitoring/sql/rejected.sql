-- Rows of a run that could not be read, with file, sheet and row.
SELECT b.id, k.berkas, k.lembar[b.sheet + 1] AS lembar, b.line AS baris, b.alasan, b.nama, count(*) OVER () AS semua
FROM baris b JOIN batch k ON k.id = b.batch_id
WHERE k.run_id = %(run)s AND b.kelas = 1
ORDER BY k.id, b.sheet, b.line LIMIT %(banyak)s OFFSET %(lewati)s;
