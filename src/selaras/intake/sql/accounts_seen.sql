-- Accounts of people that only a report names so far. Their rows are picked by the narrow columns, then read.
WITH first AS (
  SELECT DISTINCT ON (g.akun) g.ctid AS tid
  FROM stg g
  WHERE g.akun IS NOT NULL AND g.kind <> 1
    AND NOT EXISTS (SELECT FROM akun a WHERE a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND a.native = g.akun)
  ORDER BY g.akun, g.plt NULLS FIRST, g.kind)
INSERT INTO akun(instansi_id, sistem, native, nip, nama, nama_normal, unor_id, sekolah_id, kepala, pengawas)
SELECT %(instansi)s, %(side)s, g.akun, CASE WHEN g.akun ~ '^[0-9]{18}$' THEN g.akun END,
  g.rest->>'nama', nama_normal(g.rest->>'nama'), p.unor_id, p.sekolah_id,
  coalesce((g.rest->>'kepala')::boolean, false), coalesce((g.rest->>'pengawas')::boolean, false)
FROM first JOIN stg g ON g.ctid = first.tid LEFT JOIN stg_place p USING (place)
ON CONFLICT DO NOTHING;
