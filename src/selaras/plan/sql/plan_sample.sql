-- Operations of a plan in their order, a part of them: of one school, or of all.
SELECT o.seq, s.npsn, s.nama AS sekolah, o.nip, p.nama, o.kind, o.slot, o.mulai, o.lama, o.baru, o.alasan, o.needs, o.status, o.sebab
FROM operation o JOIN entry e ON e.id = o.entry_id LEFT JOIN potret p ON p.orang_id = e.orang_id LEFT JOIN sekolah s ON s.id = o.sekolah_id
WHERE o.plan_id = %(plan)s AND (%(sekolah)s::int IS NULL OR o.sekolah_id = %(sekolah)s)
ORDER BY o.seq LIMIT %(batas)s OFFSET %(lewati)s
