-- What is left of a plan per school: operations of no school first (dinas goes before kepala sekolah and guru), then the
-- schools that another one's operations need.
SELECT o.sekolah_id, count(*),
       bool_or(EXISTS (SELECT FROM operation n WHERE n.plan_id = o.plan_id AND n.needs = o.seq
                       AND n.sekolah_id IS DISTINCT FROM o.sekolah_id AND n.status = 0)) AS dibutuhkan
FROM operation o WHERE o.plan_id = %(plan)s AND o.status IN (0, 1, 9)
GROUP BY 1 ORDER BY o.sekolah_id IS NOT NULL, dibutuhkan DESC, o.sekolah_id
