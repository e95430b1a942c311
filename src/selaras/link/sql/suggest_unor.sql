-- Units without a school against schools without a unit. Sure when the normal forms are equal and neither has a second match.
DELETE FROM usul_unor WHERE unor_id IN (SELECT id FROM unor WHERE instansi_id = %(instansi)s);

WITH u AS (
  SELECT id, nama, nama_normal FROM unor WHERE instansi_id = %(instansi)s AND sekolah_id IS NULL AND nama_normal IS NOT NULL
    AND native NOT LIKE 'nama:%%' AND NOT EXISTS (SELECT FROM padan_unor p WHERE p.unor_id = unor.id AND p.dibatalkan IS NULL)),
s AS (
  SELECT id, nama, nama_normal FROM sekolah WHERE instansi_id = %(instansi)s AND nama_normal IS NOT NULL
    AND NOT EXISTS (SELECT FROM unor x WHERE x.sekolah_id = sekolah.id)),
pair AS (
  SELECT u.id AS unor_id, s.id AS sekolah_id, u.nama AS nama_unor, s.nama AS nama_sekolah,
         CASE WHEN u.nama_normal = s.nama_normal THEN 1 ELSE similarity(u.nama_normal, s.nama_normal) END AS skor
  FROM u JOIN s ON u.nama_normal = s.nama_normal OR u.nama_normal %% s.nama_normal)
INSERT INTO usul_unor(unor_id, sekolah_id, skor, pasti, penjelasan)
SELECT unor_id, sekolah_id, skor,
       skor = 1 AND count(*) FILTER (WHERE skor = 1) OVER (PARTITION BY unor_id) = 1
                AND count(*) FILTER (WHERE skor = 1) OVER (PARTITION BY sekolah_id) = 1,
       jsonb_build_object('nama_unor', nama_unor, 'nama_sekolah', nama_sekolah, 'kemiripan', round(skor::numeric, 2))
FROM pair WHERE skor >= 0.5;
