-- Per person and school: entries, those that are done, and every code that holds something of his, at whatever level it stands.
WITH isi AS (
  SELECT e.sekolah_id, e.orang_id, count(*)::int AS isian, count(*) FILTER (WHERE e.keadaan IN (1, 8))::int AS selesai
  FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.sekolah_id IS NOT NULL AND {di_sekolah}
  GROUP BY 1, 2),
belum AS MATERIALIZED (
  SELECT e.id, e.sekolah_id, e.orang_id, e.kind, e.slot %% 1000 AS slot, e.code
  FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.sekolah_id IS NOT NULL AND {di_sekolah}
    AND e.keadaan NOT IN (1, 8)),
orang AS MATERIALIZED (SELECT DISTINCT sekolah_id, orang_id FROM belum),
jenis AS MATERIALIZED (SELECT DISTINCT sekolah_id, orang_id, kind, slot FROM belum),
temuan AS NOT MATERIALIZED (
  SELECT f.code, f.scope, f.ref, lower(f.detail->>'status') AS status FROM finding f JOIN code c ON c.id = f.code
  WHERE f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s AND c.weight > 0),
kena AS (
  SELECT b.sekolah_id, b.orang_id, t.code, t.status, false AS sekolah FROM belum b JOIN temuan t ON t.scope = 1 AND t.ref = b.id
  UNION SELECT o.sekolah_id, o.orang_id, t.code, t.status, false FROM orang o JOIN temuan t ON t.scope = 2 AND t.ref = o.orang_id
  UNION SELECT o.sekolah_id, o.orang_id, t.code, NULL, true FROM orang o JOIN temuan t ON t.scope = 3 AND t.ref = o.sekolah_id
  UNION SELECT j.sekolah_id, j.orang_id, t.code, NULL, false FROM jenis j JOIN temuan t ON t.scope = 4
          AND t.ref IN (%(instansi)s * 1000000::bigint, %(instansi)s * 1000000::bigint + j.kind * 10000, %(instansi)s * 1000000::bigint + j.kind * 10000 + j.slot)
  UNION SELECT b.sekolah_id, b.orang_id, b.code, NULL, false FROM belum b WHERE b.code IS NOT NULL),
kode AS (
  SELECT k.sekolah_id, k.orang_id, array_agg(DISTINCT c.kode || CASE WHEN c.kode = 'S2' AND k.status IN ('diajukan', '2') THEN '-diajukan' ELSE '' END) AS kode
  FROM kena k JOIN code c ON c.id = k.code LEFT JOIN potret p ON p.orang_id = k.orang_id
  WHERE NOT (k.sekolah AND c.kecuali_kepala AND coalesce(p.kepala, false)) GROUP BY 1, 2)
SELECT i.sekolah_id, i.orang_id, p.nama, coalesce(p.kepala, false) AS kepala, i.isian, i.selesai, coalesce(k.kode, ARRAY[]::text[]) AS kode
FROM isi i LEFT JOIN potret p ON p.orang_id = i.orang_id LEFT JOIN kode k ON k.sekolah_id = i.sekolah_id AND k.orang_id = i.orang_id
