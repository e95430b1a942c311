SELECT x.tinggal, s.npsn, s.nama AS sekolah, p.nip, p.nama, e.kind, e.slot %% 1000 AS slot
FROM jsonb_to_recordset(%(ditinggal)s::jsonb) AS x(entry bigint, tinggal text)
JOIN entry e ON e.id = x.entry LEFT JOIN potret p ON p.orang_id = e.orang_id LEFT JOIN sekolah s ON s.id = e.sekolah_id
ORDER BY s.npsn, p.nama, e.kind, e.slot
