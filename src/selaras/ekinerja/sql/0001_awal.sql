-- The built-in e-Kinerja. An application of its own: it names its instansi by number and refers to no other table of Selaras,
-- so it can be put into another database. Nothing is ever deleted from ek_skp, ek_penilaian and ek_log, only withdrawn.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION ek_hari(hari_bulan text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  -- '31-03' as the day of a leap year, 1 to 366; an impossible day is an error.
  AS $$ SELECT make_date(2024, split_part(hari_bulan, '-', 2)::int, split_part(hari_bulan, '-', 1)::int) - make_date(2023, 12, 31) $$;

-- Who and where -----------------------------------------------------------------------------------------------
CREATE TABLE ek_unor(
  instansi_id int NOT NULL, id text COLLATE "C" NOT NULL,
  nama text NOT NULL, induk text,                           -- as the reports print them
  atasan_id text COLLATE "C",                               -- the unit above
  npsn text COLLATE "C", aktif boolean NOT NULL DEFAULT true,
  PRIMARY KEY(instansi_id, id), CHECK (atasan_id <> id),
  FOREIGN KEY (instansi_id, atasan_id) REFERENCES ek_unor DEFERRABLE INITIALLY DEFERRED);
CREATE UNIQUE INDEX ek_unor_padan ON ek_unor(instansi_id, npsn) WHERE aktif; -- one active unit per school: a write names the school
CREATE INDEX ON ek_unor(instansi_id, npsn);

CREATE TABLE ek_pegawai(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, nip text COLLATE "C" NOT NULL CHECK (nip ~ '^[0-9]{18}$'),
  nama text NOT NULL, nik text COLLATE "C", jabatan text, jenis_jabatan text, golru text, jenis_pegawai text,
  unor_id text COLLATE "C",                                 -- as SIASN says it: the reference may not know it (E03)
  atasan_nip text COLLATE "C", aktif boolean NOT NULL DEFAULT true, kepala boolean NOT NULL DEFAULT false,
  disinkron timestamptz,                                    -- last "Sinkronisasi ASN"
  UNIQUE(instansi_id, nip));
CREATE INDEX ON ek_pegawai(instansi_id, unor_id);
CREATE INDEX ON ek_pegawai(instansi_id, atasan_nip);
CREATE INDEX ek_pegawai_kepala ON ek_pegawai(instansi_id, unor_id) WHERE kepala AND aktif;

CREATE TABLE ek_tugas(                                      -- PLT/PLH: who heads a unit by decree, and for how long
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES ek_pegawai, unor_id text COLLATE "C" NOT NULL,
  sebagai text NOT NULL CHECK (sebagai IN ('plt', 'plh')), nomor_sk text NOT NULL CHECK (nomor_sk <> ''),
  mulai date NOT NULL, selesai date, CONSTRAINT ek_tugas_masa CHECK (mulai <= selesai), FOREIGN KEY (instansi_id, unor_id) REFERENCES ek_unor,
  CONSTRAINT ek_tugas_satu EXCLUDE USING gist (instansi_id WITH =, unor_id WITH =, daterange(mulai, selesai, '[]') WITH &&));
CREATE INDEX ON ek_tugas(pegawai_id);

-- Manajemen Periode -------------------------------------------------------------------------------------------
CREATE TABLE ek_periode(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, nama text NOT NULL CHECK (nama <> ''),
  periode_awal text NOT NULL CHECK (periode_awal ~ '^[0-9]{2}-[0-9]{2}$'),
  periode_akhir text NOT NULL CHECK (periode_akhir ~ '^[0-9]{2}-[0-9]{2}$'),
  batas_pengisian text, jenis_periode text NOT NULL CHECK (jenis_periode IN ('periodik', 'final')),
  tahun smallint,                                           -- NULL: every year
  tipe_periodik text CHECK (tipe_periodik IN ('bulanan', 'triwulanan')), angka_periodik smallint,
  hari_awal int NOT NULL GENERATED ALWAYS AS (ek_hari(periode_awal)) STORED,
  hari_akhir int NOT NULL GENERATED ALWAYS AS (ek_hari(periode_akhir)) STORED,
  slot smallint GENERATED ALWAYS AS (CASE WHEN jenis_periode = 'final' THEN 400 WHEN tipe_periodik = 'bulanan' THEN 100 + angka_periodik
    ELSE 200 + angka_periodik END) STORED,
  CHECK (hari_awal <= hari_akhir),
  CHECK (CASE jenis_periode WHEN 'final' THEN tipe_periodik IS NULL AND angka_periodik IS NULL AND tahun IS NULL
    ELSE coalesce(angka_periodik BETWEEN 1 AND CASE tipe_periodik WHEN 'bulanan' THEN 12 WHEN 'triwulanan' THEN 4 END, false) END),
  CONSTRAINT ek_periode_tumpang_tindih EXCLUDE USING gist (instansi_id WITH =, tipe_periodik WITH =,
    int4range(tahun, tahun, '[]') WITH &&, int4range(hari_awal, hari_akhir, '[]') WITH &&),
  CONSTRAINT ek_periode_ganda EXCLUDE USING gist (instansi_id WITH =, tipe_periodik WITH =, angka_periodik WITH =,
    int4range(tahun, tahun, '[]') WITH &&));
CREATE INDEX ON ek_periode(instansi_id, slot);
CREATE UNIQUE INDEX ek_periode_satu_final ON ek_periode(instansi_id) WHERE jenis_periode = 'final';

-- SKP and what hangs on it ------------------------------------------------------------------------------------
CREATE TABLE ek_skp(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES ek_pegawai, tahun smallint NOT NULL,
  unor_id text COLLATE "C" NOT NULL, mulai date NOT NULL, selesai date NOT NULL,
  pendekatan text NOT NULL DEFAULT 'kuantitatif' CHECK (pendekatan IN ('kuantitatif', 'kualitatif')),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'diajukan', 'persetujuan')),
  jabatan text NOT NULL, plt boolean NOT NULL DEFAULT false, atasan_nip text COLLATE "C",
  versi int NOT NULL CHECK (versi > 0), created_at timestamptz NOT NULL, diubah timestamptz NOT NULL,
  ditarik timestamptz, alasan text,
  FOREIGN KEY (instansi_id, unor_id) REFERENCES ek_unor,
  CHECK (mulai <= selesai AND tahun BETWEEN extract(year FROM mulai) AND extract(year FROM selesai)),
  CHECK ((ditarik IS NULL) = (alasan IS NULL)));
CREATE UNIQUE INDEX ek_skp_hidup ON ek_skp(pegawai_id, tahun, unor_id, mulai, plt) WHERE ditarik IS NULL;
CREATE INDEX ON ek_skp(pegawai_id, tahun);
CREATE INDEX ON ek_skp(instansi_id, tahun);
CREATE INDEX ON ek_skp(instansi_id, unor_id, tahun);
CREATE INDEX ON ek_skp(instansi_id, atasan_nip);
CREATE INDEX ek_skp_plt ON ek_skp(instansi_id, unor_id, tahun) WHERE plt AND ditarik IS NULL;

CREATE TABLE ek_rhk(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  skp_id uuid NOT NULL REFERENCES ek_skp, instansi_id int NOT NULL, urut smallint NOT NULL, -- place in the list: one nomor may have several indicators
  nomor text NOT NULL, bagian text, rhk text NOT NULL, rhk_pimpinan text, aspek text, indikator text, target text,
  ditarik timestamptz, UNIQUE(skp_id, urut));

CREATE TABLE ek_penilaian(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, skp_id uuid NOT NULL REFERENCES ek_skp, slot smallint NOT NULL, periode_id uuid NOT NULL REFERENCES ek_periode,
  hasil_kerja smallint NOT NULL CHECK (hasil_kerja BETWEEN 1 AND 3), perilaku_kerja smallint NOT NULL CHECK (perilaku_kerja BETWEEN 1 AND 3),
  predikat smallint NOT NULL CHECK (predikat BETWEEN 1 AND 5), umpan_balik text, penilai_nip text COLLATE "C", waktu_dinilai timestamptz,
  versi int NOT NULL CHECK (versi > 0), dibuat timestamptz NOT NULL, diubah timestamptz NOT NULL, ditarik timestamptz, alasan text,
  CHECK ((ditarik IS NULL) = (alasan IS NULL)));
CREATE UNIQUE INDEX ek_penilaian_hidup ON ek_penilaian(skp_id, slot) WHERE ditarik IS NULL;
CREATE INDEX ON ek_penilaian(skp_id, slot);
CREATE INDEX ON ek_penilaian(periode_id);

CREATE FUNCTION ek_skp_untuk(pegawai uuid, tahun_skp int, unor text, slot_nilai int, hari date) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 1
  -- The live SKP that a rating of this slot (last day `hari`) belongs to: that of the school, else the only one. Among several of one
  -- school: the definitive post before an acting one, then the one that holds the rating already, then the one in force on that day.
  AS $$ SELECT c.id FROM (
      SELECT s.*, count(*) FILTER (WHERE NOT s.plt) OVER () AS definitif, count(*) OVER () AS semua
      FROM ek_skp s WHERE s.pegawai_id = pegawai AND s.tahun = tahun_skp AND s.ditarik IS NULL) c
    WHERE c.unor_id = unor OR CASE WHEN c.definitif > 0 THEN c.definitif = 1 AND NOT c.plt ELSE c.semua = 1 END
    ORDER BY coalesce(c.unor_id = unor, false) DESC, c.plt,
      EXISTS (SELECT FROM ek_penilaian n WHERE n.skp_id = c.id AND n.slot = slot_nilai AND n.ditarik IS NULL) DESC,
      hari BETWEEN c.mulai AND c.selesai DESC, c.selesai DESC, c.mulai DESC
    LIMIT 1 $$;

CREATE TABLE ek_realisasi(
  rhk_id bigint NOT NULL REFERENCES ek_rhk, instansi_id int NOT NULL, periode_id uuid NOT NULL REFERENCES ek_periode,
  realisasi text NOT NULL, diubah timestamptz NOT NULL, PRIMARY KEY(rhk_id, periode_id));
CREATE INDEX ON ek_realisasi(periode_id);

CREATE TABLE ek_bukti(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rhk_id bigint NOT NULL REFERENCES ek_rhk, instansi_id int NOT NULL, periode_id uuid NOT NULL REFERENCES ek_periode,
  judul text NOT NULL CHECK (judul <> ''), tautan text NOT NULL CHECK (tautan ~ '^https?://[^[:space:]]+$'), ditambah timestamptz NOT NULL,
  UNIQUE(rhk_id, periode_id, tautan));
CREATE INDEX ON ek_bukti(periode_id);

CREATE TABLE ek_dokumen(                                    -- dokumen evaluasi as it was rendered: later changes do not touch it
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, skp_id uuid NOT NULL REFERENCES ek_skp, slot smallint NOT NULL, terbitan int NOT NULL CHECK (terbitan > 0),
  isi jsonb NOT NULL, dibuat timestamptz NOT NULL, dibuat_oleh text NOT NULL, UNIQUE(skp_id, slot, terbitan));

CREATE TABLE ek_final(                                      -- the final report of a person and year: locked, reopened, locked again
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES ek_pegawai, tahun smallint NOT NULL,
  dikunci_oleh text NOT NULL, dikunci_pada timestamptz NOT NULL,
  dibuka_oleh text, disetujui_oleh text, dibuka_pada timestamptz, alasan text,
  CHECK (dibuka_pada IS NULL OR (dibuka_oleh IS NOT NULL AND disetujui_oleh IS NOT NULL AND disetujui_oleh <> dibuka_oleh AND alasan <> '' AND alasan IS NOT NULL)));
CREATE UNIQUE INDEX ek_final_terkunci ON ek_final(pegawai_id, tahun) WHERE dibuka_pada IS NULL;

-- Log Sinkronisasi and who may call ---------------------------------------------------------------------------
CREATE TABLE ek_log(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL, kunci uuid,                     -- NULL: a rating withdrawn along with its SKP
  waktu timestamptz NOT NULL, nip text COLLATE "C" NOT NULL, nama text, tahun smallint NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('skp', 'penilaian')), aksi text NOT NULL CHECK (aksi IN ('tulis', 'tarik')),
  hasil text NOT NULL CHECK (hasil IN ('diterima', 'ditolak', 'bentrok')), kode text, pesan text NOT NULL,
  jawaban jsonb NOT NULL,                                   -- what the same kunci is answered again
  UNIQUE(kunci, instansi_id), CHECK ((hasil = 'ditolak') = (kode IS NOT NULL)));
CREATE INDEX ON ek_log(tahun, instansi_id, id);
CREATE INDEX ON ek_log(instansi_id, nip, id);

CREATE TABLE ek_token(                                      -- the token itself is shown once and stored nowhere
  jejak bytea PRIMARY KEY CHECK (length(jejak) = 32),       -- sha256
  instansi_id int NOT NULL, nip text COLLATE "C", dibuat timestamptz NOT NULL, berlaku_sampai timestamptz NOT NULL,
  CHECK (berlaku_sampai > dibuat));

-- The reports, in the very fields of the real ones; what begins with _ is for joining and stays here -------------
CREATE VIEW ek_laporan_skp AS
SELECT s.id AS _id, s.instansi_id AS _instansi, s.tahun AS _tahun, s.versi AS _versi,
  s.id::text AS skp_id, g.id::text AS id, g.nip, g.nama, coalesce(nullif(g.jabatan, ''), '-') AS jabatan, '1' AS is_skp,
  coalesce(w.nama, '-') AS unit, coalesce(nullif(g.jenis_pegawai, ''), '-') AS jenis_pegawai, s.status AS skp_status, s.pendekatan AS skp_model,
  u.nama AS skp_unor, coalesce(a.nama, '-') AS skp_unor_atasan, coalesce(nullif(u.induk, ''), a.nama, '-') AS skp_unor_induk,
  s.jabatan AS skp_jabatan, coalesce(nullif(g.jenis_jabatan, ''), '-') AS skp_jenis_jabatan,
  to_char(s.mulai, 'YYYY-MM-DD') AS periode_awal, to_char(s.selesai, 'YYYY-MM-DD') AS periode_akhir,
  CASE WHEN s.plt THEN '1' ELSE '0' END AS is_plt_plh, to_char(s.created_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS') AS created_at
FROM ek_skp s JOIN ek_pegawai g ON g.id = s.pegawai_id JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id
LEFT JOIN ek_unor a ON a.instansi_id = u.instansi_id AND a.id = u.atasan_id
LEFT JOIN ek_unor w ON w.instansi_id = g.instansi_id AND w.id = g.unor_id
WHERE s.ditarik IS NULL;

CREATE VIEW ek_laporan_penilaian AS
SELECT n.id AS _id, n.instansi_id AS _instansi, s.tahun AS _tahun, n.periode_id AS _periode, n.slot AS _slot, n.versi AS _versi,
  CASE WHEN n.slot = 400 THEN 'final' ELSE 'periodik' END AS jenis, g.id::text AS id, g.nip, g.nama,
  to_char(s.mulai, 'YYYY-MM-DD') AS periode_awal_skp, to_char(s.selesai, 'YYYY-MM-DD') AS periode_akhir_skp,
  u.id AS skp_unor_id, u.nama AS skp_unor, coalesce(nullif(u.induk, ''), a.nama, '-') AS skp_unor_induk, s.jabatan AS skp_jabatan,
  coalesce(nullif(g.jenis_jabatan, ''), '-') AS skp_jenis_jabatan, CASE WHEN s.plt THEN '1' ELSE '0' END AS is_skp_plt_plh_pjb,
  (ARRAY['Diatas Ekspektasi', 'Sesuai Ekspektasi', 'Dibawah Ekspektasi'])[n.hasil_kerja] AS hasil_kerja,
  (ARRAY['Diatas Ekspektasi', 'Sesuai Ekspektasi', 'Dibawah Ekspektasi'])[n.perilaku_kerja] AS perilaku_kerja,
  (ARRAY['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'])[n.predikat] AS hasil_akhir,
  coalesce(k.id::text, '-') AS pegawai_atasan_id, coalesce(n.penilai_nip, s.atasan_nip, '-') AS pegawai_atasan_nip,
  coalesce(k.nama, '-') AS pegawai_atasan_nama, coalesce(k.unor_id, '-') AS pegawai_atasan_unor_id, coalesce(v.nama, '-') AS pegawai_atasan_unor,
  coalesce(nullif(k.jabatan, ''), '-') AS pegawai_atasan_jabatan, coalesce(nullif(k.golru, ''), '-') AS pegawai_atasan_golru,
  coalesce(to_char(n.waktu_dinilai AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS'), '-') AS waktu_dinilai,
  CASE WHEN n.penilai_nip IS NULL THEN '-' ELSE coalesce(k.id::text, '-') END AS pegawai_penilai_id, s.tahun::text AS tahun_skp,
  s.id::text AS skp_id, n.periode_id::text AS periode_id, n.id::text AS skp_penilaian_id, coalesce(nullif(g.golru, ''), '-') AS golru,
  coalesce(nullif(g.jenis_pegawai, ''), '-') AS jenis_pegawai
FROM ek_penilaian n JOIN ek_skp s ON s.id = n.skp_id JOIN ek_pegawai g ON g.id = s.pegawai_id
JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id
LEFT JOIN ek_unor a ON a.instansi_id = u.instansi_id AND a.id = u.atasan_id
LEFT JOIN ek_pegawai k ON k.instansi_id = n.instansi_id AND k.nip = coalesce(n.penilai_nip, s.atasan_nip)
LEFT JOIN ek_unor v ON v.instansi_id = k.instansi_id AND v.id = k.unor_id
WHERE n.ditarik IS NULL AND s.ditarik IS NULL;
