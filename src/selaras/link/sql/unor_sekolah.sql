-- Which school a unit is: a person's decision first, then the map; a unit known by name only follows its namesake.
WITH mapped AS (
  SELECT u.id, min(s.id) AS sekolah_id
  FROM record r JOIN unor u ON u.instansi_id = r.instansi_id AND u.native = r.rest->>'unor_id'
  JOIN sekolah s ON s.instansi_id = r.instansi_id AND s.npsn = r.rest->>'npsn'
  WHERE r.kind = 14 AND r.tahun = 0 AND r.gone_batch IS NULL AND r.instansi_id = %(instansi)s
    AND coalesce((r.rest->>'berlaku_mulai')::date, '-infinity') <= %(per)s
    AND coalesce((r.rest->>'berlaku_sampai')::date, 'infinity') >= %(per)s
  GROUP BY u.id),
direct AS (
  SELECT u.id, u.nama_normal, u.native,
         CASE WHEN p.id IS NOT NULL THEN p.sekolah_id ELSE m.sekolah_id END AS sekolah_id
  FROM unor u LEFT JOIN mapped m ON m.id = u.id LEFT JOIN padan_unor p ON p.unor_id = u.id AND p.dibatalkan IS NULL
  WHERE u.instansi_id = %(instansi)s),
by_name AS (
  SELECT nama_normal, min(sekolah_id) AS sekolah_id FROM direct
  WHERE native NOT LIKE 'nama:%%' AND nama_normal IS NOT NULL GROUP BY 1
  HAVING count(DISTINCT sekolah_id) = 1 AND count(*) = count(sekolah_id)),
final AS (
  SELECT d.id, coalesce(d.sekolah_id, CASE WHEN d.native LIKE 'nama:%%' THEN n.sekolah_id END) AS sekolah_id
  FROM direct d LEFT JOIN by_name n USING (nama_normal))
UPDATE unor u SET sekolah_id = f.sekolah_id FROM final f WHERE f.id = u.id AND u.sekolah_id IS DISTINCT FROM f.sekolah_id;
