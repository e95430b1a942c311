-- Spread of predikat against the advice of SE MenPANRB 3/2023, which depends on how the organisation itself was rated.
-- Off unless the instansi names that rating (true stands for Baik); never blocks.
WITH capaian AS (
  SELECT CASE pengaturan->>'sebaran_predikat' WHEN 'true' THEN 'baik' ELSE pengaturan->>'sebaran_predikat' END AS nama
  FROM instansi WHERE id = %(instansi)s),
sebaran AS (
  SELECT count(*) AS n, count(*) FILTER (WHERE r.predikat = 1) AS sangat_baik, count(*) FILTER (WHERE r.predikat = 2) AS baik,
    count(*) FILTER (WHERE r.predikat = 3) AS butuh_perbaikan, count(*) FILTER (WHERE r.predikat = 4) AS kurang,
    count(*) FILTER (WHERE r.predikat = 5) AS sangat_kurang
  FROM entry e JOIN record r ON r.id = e.source_id
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND e.slot = 400 AND r.predikat IS NOT NULL)
SELECT 4 AS scope, %(instansi)s * 1000000::bigint + 30400 AS ref, jsonb_build_object('jumlah', n, 'capaian', c.nama) AS detail
FROM sebaran s, capaian c
WHERE n >= 10 AND NOT CASE c.nama
  WHEN 'istimewa' THEN sangat_baik <= 0.7 * n AND sangat_baik >= greatest(baik, butuh_perbaikan, kurang, sangat_kurang)
  WHEN 'baik' THEN baik <= 0.7 * n AND baik >= greatest(sangat_baik, butuh_perbaikan, kurang, sangat_kurang) AND butuh_perbaikan + kurang > 0
  WHEN 'butuh_perbaikan' THEN butuh_perbaikan >= 0.6 * n AND sangat_baik <= 0.1 * n
  WHEN 'kurang' THEN kurang >= 0.6 * n AND butuh_perbaikan >= 0.1 * n AND sangat_baik <= 0.1 * n
  WHEN 'sangat_kurang' THEN sangat_kurang >= 0.6 * n AND butuh_perbaikan + kurang >= 0.1 * n AND sangat_baik = 0
  ELSE true END
