-- Kendala then and now: selesai (there then, gone now), baru (never before), kembali (there before, gone then, there again).
-- A finding counts at its own level; "press the button" (S7, S8) counts per person and is selesai only when both sides agree.
WITH temuan AS (
  SELECT code, scope, ref, bool_or(sekarang) AS sekarang, bool_or(dulu) AS dulu, bool_or(pernah) AS pernah
  FROM (
    SELECT code, scope, ref, true AS sekarang, false AS dulu, false AS pernah FROM finding WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s
    UNION ALL
    SELECT code, scope, ref, false, ada, true FROM (
      SELECT DISTINCT ON (code, scope, ref) code, scope, ref, ada FROM finding_history
      WHERE tahun = %(tahun)s AND instansi_id = %(instansi)s AND per <= %(sejak)s ORDER BY code, scope, ref, run_id DESC) h) u
  GROUP BY 1, 2, 3),
tekan AS (
  SELECT e.orang_id, e.code, e.keadaan, h.now AS dulu, h.code AS kode_dulu,
         EXISTS (SELECT FROM entry_history o JOIN run q ON q.id = o.run_id WHERE o.entry_id = e.id AND q.per <= %(sejak)s AND o.now = 2) AS pernah
  FROM entry e
  LEFT JOIN LATERAL (SELECT h.now, h.code FROM entry_history h JOIN run r ON r.id = h.run_id
                     WHERE h.entry_id = e.id AND r.per <= %(sejak)s ORDER BY h.run_id DESC LIMIT 1) h ON true
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND (e.keadaan = 2 OR h.now = 2)),
per_orang AS (
  SELECT c.id AS code, t.orang_id, bool_or(t.keadaan = 2 AND t.code = c.id) AS sekarang, bool_or(t.dulu = 2 AND t.kode_dulu = c.id) AS dulu,
         bool_or(t.pernah) AS pernah, bool_and(t.keadaan IN (1, 8)) FILTER (WHERE t.dulu = 2 AND t.kode_dulu = c.id) AS tuntas
  FROM tekan t JOIN code c ON c.kode IN ('S7', 'S8') AND c.id IN (t.code, t.kode_dulu) GROUP BY 1, 2),
semua AS (
  SELECT code, scope, ref, CASE WHEN sekarang AND NOT dulu AND pernah THEN 'kembali' WHEN sekarang AND NOT dulu THEN 'baru'
                                WHEN dulu AND NOT sekarang THEN 'selesai' END AS jenis
  FROM temuan
  UNION ALL
  SELECT code, 2, orang_id, CASE WHEN sekarang AND NOT dulu AND pernah THEN 'kembali' WHEN sekarang AND NOT dulu THEN 'baru'
                                 WHEN dulu AND NOT sekarang AND tuntas THEN 'selesai' END
  FROM per_orang)
SELECT s.jenis, k.kode, p.nip, coalesce(p.nama, b.nama) AS nama, q.npsn, q.nama AS sekolah, p.orang_id, q.id AS sekolah_id,
       array_agg(DISTINCT e.slot %% 1000 ORDER BY e.slot %% 1000) FILTER (WHERE e.kind = 3) AS slots, coalesce(bool_or(e.kind = 2), false) AS skp
FROM semua s JOIN code k ON k.id = s.code LEFT JOIN entry e ON s.scope = 1 AND e.id = s.ref LEFT JOIN baris b ON s.scope = 6 AND b.id = s.ref
LEFT JOIN potret p ON p.orang_id = CASE s.scope WHEN 1 THEN e.orang_id WHEN 2 THEN s.ref::int END
LEFT JOIN sekolah q ON q.id = CASE s.scope WHEN 3 THEN s.ref::int ELSE p.sekolah_id END
WHERE s.jenis IS NOT NULL AND s.scope NOT IN (5, 6)
  AND (%(sekolah)s::int IS NULL OR q.id = %(sekolah)s) AND (%(orang)s::int IS NULL OR p.orang_id = %(orang)s)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 6, 4;
