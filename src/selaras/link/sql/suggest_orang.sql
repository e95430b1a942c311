-- Namesakes that may be one person: somebody known only to the school side, somebody known only to the BKN side.
-- Blocked by birth date or by school; weights 0.6 name, 0.3 birth date, 0.1 school. A suggestion never links.
DELETE FROM usul_orang WHERE akun_a IN (SELECT id FROM akun WHERE instansi_id = %(instansi)s);

WITH sisi AS (
  SELECT a.id, a.orang_id, a.sistem, a.nama_normal, coalesce(a.lahir, p.lahir) AS lahir, p.sekolah_id,
         (p.di_pmm OR p.di_dapodik) AS sekolah, (p.di_siasn OR p.di_ekinerja) AS bkn
  FROM akun a JOIN potret p USING (orang_id) WHERE a.instansi_id = %(instansi)s AND a.nama_normal IS NOT NULL AND p.aktif),
kiri AS (SELECT DISTINCT ON (orang_id) * FROM sisi WHERE sekolah AND NOT bkn ORDER BY orang_id, sistem),
kanan AS (SELECT DISTINCT ON (orang_id) * FROM sisi WHERE bkn AND NOT sekolah ORDER BY orang_id, sistem DESC),
scored AS (
  SELECT k.id AS a, n.id AS b, similarity(k.nama_normal, n.nama_normal) AS nama, k.lahir = n.lahir AS lahir,
         (k.sekolah_id = n.sekolah_id) IS TRUE AS sekolah
  FROM kiri k JOIN kanan n ON k.lahir = n.lahir
  UNION
  SELECT k.id, n.id, similarity(k.nama_normal, n.nama_normal), (k.lahir = n.lahir) IS TRUE, true
  FROM kiri k JOIN kanan n ON k.sekolah_id = n.sekolah_id AND k.nama_normal = n.nama_normal)
INSERT INTO usul_orang(akun_a, akun_b, skor, penjelasan)
SELECT least(a, b), greatest(a, b), 0.6 * nama + 0.3 * lahir::int + 0.1 * sekolah::int,
       jsonb_build_object('nama', round(nama::numeric, 2), 'tanggal_lahir_sama', lahir, 'sekolah_sama', sekolah)
FROM scored s
WHERE nama >= 0.6 AND 0.6 * nama + 0.3 * lahir::int + 0.1 * sekolah::int >= 0.65
  AND NOT EXISTS (SELECT FROM padan_orang p WHERE p.dibatalkan IS NULL AND p.akun_a = least(s.a, s.b) AND p.akun_b = greatest(s.a, s.b))
ON CONFLICT DO NOTHING;
