-- Too much lapsed or refused: the plan pauses before the next operation, and says why.
UPDATE plan p SET jeda = x.n || ' dari ' || p.n || ' operasi batal atau ditolak; batasnya ' || x.batas || '.'
FROM (SELECT count(*) AS n, greatest(%(rows)s, floor(max(p.n) * %(share)s)::int) + max(p.dimaklumi) AS batas
      FROM plan p JOIN operation o ON o.plan_id = p.id AND o.status IN (7, 8) WHERE p.id = %(plan)s) x
WHERE p.id = %(plan)s AND p.jeda IS NULL AND p.ditutup IS NULL AND x.n > x.batas;
