-- Sealed operations whose entry is no longer there: neither side says anything of it any more.
WITH RECURSIVE gone AS (
  SELECT o.id, o.seq, 'Entri ini tidak ada lagi: kedua sisi sudah tidak menyebutnya.' AS sebab
  FROM operation o WHERE o.plan_id = %(plan)s AND o.status = 0 AND NOT EXISTS (SELECT FROM entry e WHERE e.id = o.entry_id)
  UNION ALL
  SELECT o.id, o.seq, 'Yang harus lebih dulu (nomor urut ' || g.seq || ') ditolak atau batal.'
  FROM gone g JOIN operation o ON o.plan_id = %(plan)s AND o.needs = g.seq AND o.status = 0)
UPDATE operation o SET status = 8, run_id = %(pekerja)s, pada = %(now)s, sebab = g.sebab
FROM (SELECT id, min(sebab) AS sebab FROM gone GROUP BY id) g WHERE o.id = g.id AND o.status = 0;
