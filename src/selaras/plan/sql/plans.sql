-- Plans of an instansi, newest first, with what became of them.
SELECT p.id, p.tahun, p.n, p.disegel, r.actor AS disegel_oleh, p.kedua_oleh, p.ditutup, p.jeda, p.berlaku_sampai,
  cardinality(p.ambang) > 0 AND p.kedua_oleh IS NULL AS menunggu_kedua, p.dibuka_run IS NOT NULL AS dibuka, x.*, count(*) OVER () AS semua
FROM plan p JOIN run r ON r.id = p.run_id
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE o.status IN (2, 3)) AS diterima, count(*) FILTER (WHERE o.status = 3) AS terlihat, count(*) FILTER (WHERE o.status = 7) AS ditolak,
    count(*) FILTER (WHERE o.status = 8) AS batal, count(*) FILTER (WHERE o.status IN (1, 9)) AS belum_pasti, count(*) FILTER (WHERE o.status = 0) AS belum_dikirim
  FROM operation o WHERE o.plan_id = p.id) x ON true
WHERE p.instansi_id = %(instansi)s AND (%(plan)s::int IS NULL OR p.id = %(plan)s)
ORDER BY p.id DESC LIMIT %(batas)s OFFSET %(lewati)s
