SELECT s.id AS nomor, s.slot, s.mulai, s.plan_id AS rencana, cardinality(s.sisa) AS bagian_sisa, (s.angka->>'bagian')::int AS bagian,
       o.jumlah, o.sudah, extract(epoch FROM now() - s.mulai)::float8 AS detik
FROM sinkron s
LEFT JOIN LATERAL (SELECT count(*) AS jumlah, count(*) FILTER (WHERE status NOT IN (0, 1)) AS sudah
                   FROM operation WHERE plan_id = s.plan_id) o ON s.plan_id IS NOT NULL
WHERE s.instansi_id = %(instansi)s AND s.mulai IS NOT NULL AND s.selesai IS NULL
ORDER BY s.id
