CREATE TEMP TABLE pasangan(
  kind smallint, orang_id int, slot smallint, plt boolean, sekolah_id int, source_id bigint, target_id bigint,
  source_core uuid, target_core uuid, expected boolean) ON COMMIT DROP;

-- Every SKP of the year on both sides, numbered per person: read once, asked three times.
CREATE TEMP TABLE skp ON COMMIT DROP AS
SELECT r.id, r.side, r.native, a.orang_id, coalesce(r.plt, false) AS plt, coalesce(r.sekolah_id, u.sekolah_id) AS sekolah_id,
       CASE WHEN r.status = 4 THEN r.core END AS core, r.mulai, r.selesai,
       row_number() OVER w - 1 AS nth, count(*) OVER (PARTITION BY r.side, a.orang_id, coalesce(r.plt, false)) AS n
FROM record r JOIN akun a ON a.id = r.akun_id LEFT JOIN unor u ON u.id = r.unor_id
WHERE r.kind = 2 AND r.tahun = %(tahun)s AND r.instansi_id = %(instansi)s AND r.gone_batch IS NULL AND r.side IN (1, 2)
WINDOW w AS (PARTITION BY r.side, a.orang_id, coalesce(r.plt, false) ORDER BY r.mulai, r.id);
