-- What is known of every person on all sides. The NIP is SIASN's or e-Kinerja's, else PMM's, else Dapodik's.
-- Of several accounts the most trusted speaks: its rank (one digit) stands before the value, and the least is taken.
WITH a AS (
  SELECT akun.*, coalesce(akun.sekolah_id, u.sekolah_id)::bigint AS tempat, array_position(ARRAY[1, 3, 4, 2], sistem::int) AS urut_nama,
         array_position(ARRAY[4, 2, 1, 3], sistem::int) * 2 + CASE WHEN akun.aktif THEN 0 ELSE 1 END AS urut
  FROM akun LEFT JOIN unor u ON u.id = akun.unor_id WHERE akun.instansi_id = %(instansi)s AND akun.orang_id IS NOT NULL AND NOT akun.usang),
p AS (
  SELECT orang_id,
    substr(min(urut || nip), 2) AS nip,
    substr(max(urut || nip) FILTER (WHERE sistem IN (1, 3)), 2) AS nip_pmm,
    substr(min((urut_nama || nama) COLLATE "C"), 2) AS nama,
    substr(min(urut || nama_normal), 2) AS nama_normal,
    substr(min(urut || to_char(lahir, 'YYYY-MM-DD')), 2)::date AS lahir,
    (min(sistem * 10000000000 + tempat) FILTER (WHERE sistem IN (1, 3)) %% 10000000000)::int AS sekolah_id,
    (min(urut * 10000000000 + tempat) FILTER (WHERE sistem IN (2, 4)) %% 10000000000)::int AS sekolah_ekinerja,
    bool_or(sistem = 1) AS di_pmm, bool_or(sistem = 3 AND terdaftar) AS di_dapodik, bool_or(sistem = 4 AND terdaftar) AS di_siasn, bool_or(sistem = 2) AS di_ekinerja,
    bool_or(kepala AND sistem IN (1, 3)) OR (bool_or(kepala) AND NOT bool_or(sistem IN (1, 3))) AS kepala, bool_or(pengawas) AS pengawas,
    NOT coalesce(bool_and(NOT aktif) FILTER (WHERE sistem = 4), false) AS aktif,
    max(kedudukan) FILTER (WHERE sistem = 4) AS kedudukan
  FROM a GROUP BY orang_id)
INSERT INTO potret AS t (orang_id, instansi_id, nip, nip_pmm, nama, nama_normal, lahir, sekolah_id, sekolah_ekinerja, di_pmm, di_dapodik,
  di_siasn, di_ekinerja, kepala, pengawas, aktif, kedudukan, mulai)
SELECT orang_id, %(instansi)s, nip, CASE WHEN nip_pmm <> nip THEN nip_pmm END, nama, nama_normal,
  coalesce(lahir, CASE WHEN nip ~ '^(19|20)[0-9]{6}' THEN tanggal(substr(nip, 1, 8)) END),
  coalesce(sekolah_id, sekolah_ekinerja), sekolah_ekinerja, di_pmm, di_dapodik, di_siasn, di_ekinerja, kepala, pengawas, aktif, kedudukan,
  CASE WHEN substr(nip, 13, 1) = '2' THEN tanggal(substr(nip, 9, 4) || '0101') ELSE tanggal(substr(nip, 9, 6) || '01') END
FROM p
ON CONFLICT (orang_id) DO UPDATE SET (nip, nip_pmm, nama, nama_normal, lahir, sekolah_id, sekolah_ekinerja, di_pmm, di_dapodik, di_siasn,
  di_ekinerja, kepala, pengawas, aktif, kedudukan, mulai) = (EXCLUDED.nip, EXCLUDED.nip_pmm, EXCLUDED.nama, EXCLUDED.nama_normal,
  EXCLUDED.lahir, EXCLUDED.sekolah_id, EXCLUDED.sekolah_ekinerja, EXCLUDED.di_pmm, EXCLUDED.di_dapodik, EXCLUDED.di_siasn,
  EXCLUDED.di_ekinerja, EXCLUDED.kepala, EXCLUDED.pengawas, EXCLUDED.aktif, EXCLUDED.kedudukan, EXCLUDED.mulai)
WHERE (t.nip, t.nip_pmm, t.nama, t.nama_normal, t.lahir, t.sekolah_id, t.sekolah_ekinerja, t.di_pmm, t.di_dapodik, t.di_siasn, t.di_ekinerja,
  t.kepala, t.pengawas, t.aktif, t.kedudukan, t.mulai) IS DISTINCT FROM (EXCLUDED.nip, EXCLUDED.nip_pmm, EXCLUDED.nama, EXCLUDED.nama_normal,
  EXCLUDED.lahir, EXCLUDED.sekolah_id, EXCLUDED.sekolah_ekinerja, EXCLUDED.di_pmm, EXCLUDED.di_dapodik, EXCLUDED.di_siasn,
  EXCLUDED.di_ekinerja, EXCLUDED.kepala, EXCLUDED.pengawas, EXCLUDED.aktif, EXCLUDED.kedudukan, EXCLUDED.mulai);

DELETE FROM potret t WHERE t.instansi_id = %(instansi)s AND NOT EXISTS (SELECT FROM akun a WHERE a.orang_id = t.orang_id AND NOT a.usang);
