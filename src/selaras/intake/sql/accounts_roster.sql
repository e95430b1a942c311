-- Accounts of people that a roster names, with what the roster says of them. The last row of a person wins.
WITH r AS (
  SELECT DISTINCT ON (g.akun) g.akun, g.rest, p.sekolah_id, p.unor_id
  FROM stg g LEFT JOIN stg_place p USING (place)
  WHERE g.kind = 1 AND g.akun IS NOT NULL
  ORDER BY g.akun, coalesce((g.rest->>'induk')::boolean, true) DESC, g.sheet DESC, g.line DESC)
INSERT INTO akun AS a (instansi_id, sistem, native, nip, nik, nuptk, nama, nama_normal, lahir, jk, sekolah_id, unor_id, terdaftar,
  kepala, pengawas, aktif, kedudukan, kepegawaian, jabatan, golongan, jenis_ptk, kode)
SELECT %(instansi)s, %(side)s, akun, nullif(nip, ''), nullif(nik, ''), nullif(nuptk, ''), nama,
  nama_normal(nama), lahir::date, jk::"char", sekolah_id, unor_id, true, coalesce(kepala::boolean, false),
  coalesce(pengawas::boolean, false), coalesce(aktif::boolean, true), kedudukan, coalesce(status_kepegawaian, jenis_pegawai),
  jabatan, golongan, jenis_ptk, CASE WHEN json_typeof(kode) = 'array' THEN ARRAY(SELECT json_array_elements_text(kode)) END
FROM r CROSS JOIN LATERAL json_to_record(r.rest) AS x(          -- parsed once, not once for every field
  nip text, nik text, nuptk text, nama text, lahir text, jk text, kepala text, pengawas text, aktif text, kedudukan text,
  status_kepegawaian text, jenis_pegawai text, jabatan text, golongan text, jenis_ptk text, kode json)
ON CONFLICT (sistem, instansi_id, native) DO UPDATE SET
  nip = EXCLUDED.nip, nik = coalesce(EXCLUDED.nik, a.nik), nuptk = coalesce(EXCLUDED.nuptk, a.nuptk), nama = EXCLUDED.nama,
  nama_normal = EXCLUDED.nama_normal, lahir = coalesce(EXCLUDED.lahir, a.lahir), jk = coalesce(EXCLUDED.jk, a.jk),
  sekolah_id = coalesce(EXCLUDED.sekolah_id, a.sekolah_id), unor_id = coalesce(EXCLUDED.unor_id, a.unor_id), terdaftar = true, usang = false,
  kepala = EXCLUDED.kepala, pengawas = EXCLUDED.pengawas, aktif = EXCLUDED.aktif, kedudukan = EXCLUDED.kedudukan,
  kepegawaian = coalesce(EXCLUDED.kepegawaian, a.kepegawaian), jabatan = coalesce(EXCLUDED.jabatan, a.jabatan),
  golongan = coalesce(EXCLUDED.golongan, a.golongan), jenis_ptk = coalesce(EXCLUDED.jenis_ptk, a.jenis_ptk), kode = EXCLUDED.kode,
  link_rule = CASE WHEN (a.nip, a.nik, a.nuptk, a.aktif) IS NOT DISTINCT FROM   -- no rule: link anew
    (EXCLUDED.nip, coalesce(EXCLUDED.nik, a.nik), coalesce(EXCLUDED.nuptk, a.nuptk), EXCLUDED.aktif) THEN a.link_rule END;
