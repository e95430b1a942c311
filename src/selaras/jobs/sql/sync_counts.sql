SELECT count(*), count(*) FILTER (WHERE status IN (2, 3)), count(*) FILTER (WHERE status = 7),
       count(*) FILTER (WHERE status = 8), count(*) FILTER (WHERE status IN (1, 9)), count(*) FILTER (WHERE status = 0)
FROM operation WHERE plan_id = %(plan)s
