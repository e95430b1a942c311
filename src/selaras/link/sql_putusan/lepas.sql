-- The school-side account of the pair, and those linked through the same person on that side, look for their person anew.
UPDATE akun t SET orang_id = NULL, link_rule = NULL, link_by = NULL, link_run = NULL
FROM akun x, akun y
WHERE x.id = %(a)s AND y.id = %(b)s AND x.orang_id = y.orang_id AND t.orang_id = x.orang_id
  AND t.sistem IN (1, 3) AND (x.sistem IN (1, 3) OR y.sistem IN (1, 3));
