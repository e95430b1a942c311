-- Who and where. Identifiers live here and in records only; `orang` holds none, because NIPs change.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE instansi(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nama text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('latihan', 'nyata')),
  target text NOT NULL DEFAULT 'ekinerja_laporan',          -- ONE target connector per instansi
  hanya_baca boolean NOT NULL DEFAULT true,
  tipe_periodik text NOT NULL DEFAULT 'triwulanan' CHECK (tipe_periodik IN ('bulanan', 'triwulanan')),
  tahun smallint NOT NULL,
  kantor text NOT NULL DEFAULT 'BKPSDM',
  pengaturan jsonb NOT NULL DEFAULT '{}');

CREATE TABLE sekolah(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  npsn text COLLATE "C" NOT NULL,
  nama text, nama_normal text COLLATE "C", kecamatan text,
  UNIQUE(instansi_id, npsn));

CREATE TABLE unor(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  native text COLLATE "C" NOT NULL,                         -- UNOR id, or 'nama:...' where a report gives only the name
  nama text, nama_normal text COLLATE "C", induk text,
  aktif boolean NOT NULL DEFAULT true,
  dipetakan boolean NOT NULL DEFAULT false,                 -- appears in a UNOR-NPSN map
  sekolah_id int REFERENCES sekolah,                        -- derived by link from map and decisions
  UNIQUE(instansi_id, native));
CREATE INDEX ON unor(sekolah_id);

CREATE TABLE padan_unor(                                    -- a person's decision: this unit is this school
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  unor_id int NOT NULL REFERENCES unor,
  sekolah_id int REFERENCES sekolah,                        -- NULL: this unit is no school of ours
  oleh text NOT NULL, pada timestamptz NOT NULL DEFAULT now(), alasan text,
  dibatalkan timestamptz, dibatalkan_oleh text);
CREATE UNIQUE INDEX ON padan_unor(unor_id) WHERE dibatalkan IS NULL;

CREATE TABLE orang(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  dibuat_run int NOT NULL);

CREATE TABLE akun(                                          -- orang_id only names its person, as records name their places: link writes it
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  sistem smallint NOT NULL,                                 -- 1 PMM 2 e-Kinerja 3 Dapodik 4 SIASN
  native text COLLATE "C" NOT NULL,
  nip text COLLATE "C", nik text COLLATE "C", nuptk text COLLATE "C",
  nama text, nama_normal text COLLATE "C", lahir date, jk "char",
  sekolah_id int REFERENCES sekolah, unor_id int REFERENCES unor,
  terdaftar boolean NOT NULL DEFAULT false,                 -- stands in a roster, not only in a report
  usang boolean NOT NULL DEFAULT false,                     -- its number was mended: another account took its place
  kepala boolean NOT NULL DEFAULT false, pengawas boolean NOT NULL DEFAULT false,
  aktif boolean NOT NULL DEFAULT true, kedudukan text, kepegawaian text,
  jabatan text, golongan text, jenis_ptk text, kode text[],
  orang_id int, link_rule smallint, link_by text, link_run int,
  UNIQUE(sistem, instansi_id, native));
CREATE INDEX ON akun(orang_id);
CREATE INDEX ON akun(nip);
CREATE INDEX ON akun(nik) WHERE nik IS NOT NULL;

CREATE TABLE padan_orang(                                   -- a person's decision: these two accounts are (not) one person
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  akun_a int NOT NULL REFERENCES akun, akun_b int NOT NULL REFERENCES akun,
  sama boolean NOT NULL,
  oleh text NOT NULL, pada timestamptz NOT NULL DEFAULT now(), alasan text,
  dibatalkan timestamptz, dibatalkan_oleh text, dibatalkan_alasan text,
  CHECK (akun_a < akun_b));
CREATE UNIQUE INDEX ON padan_orang(akun_a, akun_b) WHERE dibatalkan IS NULL;

CREATE TABLE usul_orang(                                    -- suggestions by name: never links
  akun_a int NOT NULL REFERENCES akun, akun_b int NOT NULL REFERENCES akun,
  skor real NOT NULL, penjelasan jsonb NOT NULL,
  PRIMARY KEY(akun_a, akun_b));

CREATE TABLE usul_unor(
  unor_id int NOT NULL REFERENCES unor, sekolah_id int NOT NULL REFERENCES sekolah,
  skor real NOT NULL, pasti boolean NOT NULL, penjelasan jsonb NOT NULL,
  PRIMARY KEY(unor_id, sekolah_id));

CREATE TABLE potret(                                        -- what is known of a person on all sides; rebuilt by link
  orang_id int PRIMARY KEY,
  instansi_id int NOT NULL,
  nip text COLLATE "C", nip_pmm text COLLATE "C", nama text, nama_normal text COLLATE "C", lahir date,
  sekolah_id int, sekolah_ekinerja int,                     -- school by PMM or Dapodik; by the UNOR of e-Kinerja or SIASN
  di_pmm boolean NOT NULL, di_dapodik boolean NOT NULL, di_siasn boolean NOT NULL, di_ekinerja boolean NOT NULL,
  kepala boolean NOT NULL, pengawas boolean NOT NULL, aktif boolean NOT NULL, kedudukan text,
  mulai date);                                              -- first day of service that the NIP tells (PNS: month, PPPK: year)
CREATE INDEX ON potret(sekolah_id);
CREATE INDEX ON potret(nip);
CREATE INDEX ON potret(instansi_id, nama_normal, orang_id);   -- the list of everybody, a page at a time

CREATE FUNCTION nama_normal(nama text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- For suggestions only: upper case, academic titles after a comma and before a dotted abbreviation dropped.
  AS $$ SELECT trim(regexp_replace(regexp_replace(regexp_replace(upper(nama), ',.*$', ''),
    '\m(DRS|DRA|DR|IR|H|HJ|PROF|R|RR|S|M|A|SPD|MPD|SAG|SE|ST|MM|MSI|MAG)\.', ' ', 'g'), '[^A-Z]+', ' ', 'g')) $$;

CREATE FUNCTION tanggal(angka text) RETURNS date LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  -- YYYYMMDD digits as a date, NULL when there is no such day (a NIP is read, never trusted).
  BEGIN RETURN make_date(substr(angka, 1, 4)::int, substr(angka, 5, 2)::int, substr(angka, 7, 2)::int);
  EXCEPTION WHEN others THEN RETURN NULL; END $$;
