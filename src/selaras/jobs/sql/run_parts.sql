-- A sync whose plan is being sent: operations done of how many, refused, and parts left.
SELECT count(*) FILTER (WHERE o.status NOT IN (0, 1, 9)) AS sudah, count(*) AS jumlah, count(*) FILTER (WHERE o.status = 7) AS ditolak,
       count(*) FILTER (WHERE o.status = 8) AS batal, cardinality(s.sisa) AS bagian_sisa, (s.angka->>'bagian')::int AS bagian
FROM sinkron s JOIN operation o ON o.plan_id = s.plan_id WHERE s.id = %(sinkron)s AND s.sisa IS NOT NULL GROUP BY s.id
