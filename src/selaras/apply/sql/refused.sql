-- Refusals that hold something up: one line a message, with how many entries, people and schools.
SELECT coalesce(o.jawaban->>'pesan', o.jawaban->>'kode', 'tanpa pesan') AS pesan, max(o.jawaban->>'kode') AS kode, count(DISTINCT o.entry_id) AS isian,
  count(DISTINCT e.orang_id) AS orang, count(DISTINCT e.sekolah_id) AS sekolah, max(o.pada) AS pada,
  (array_agg(DISTINCT s.nama) FILTER (WHERE s.nama IS NOT NULL))[1:3] AS di
FROM plan p JOIN operation o ON o.plan_id = p.id AND o.status = 7 AND o.dilepas IS NULL JOIN entry e ON e.id = o.entry_id
LEFT JOIN sekolah s ON s.id = e.sekolah_id
WHERE p.instansi_id = %(instansi)s AND p.tahun = %(tahun)s AND (%(plan)s::int IS NULL OR p.id = %(plan)s)
GROUP BY 1 ORDER BY count(DISTINCT o.entry_id) DESC, 1 LIMIT %(batas)s
