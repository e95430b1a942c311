-- Staging tables, private to the session and empty again after every transaction.
CREATE TEMP TABLE stg(
  line int, sheet smallint, tahun smallint, kind smallint, native uuid, slot smallint, raw_hash uuid, core uuid,
  akun text COLLATE "C", place text COLLATE "C", status smallint, mulai date, selesai date,
  hasil smallint, perilaku smallint, predikat smallint, plt boolean, penilai_nip text COLLATE "C", tanggal date, rest json)
  ON COMMIT DELETE ROWS;
CREATE TEMP TABLE stg_place(place text COLLATE "C" PRIMARY KEY, sekolah_id int, unor_id int) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE stg_ganda(tahun smallint, kind smallint, native uuid, slot smallint) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE stg_seen(tahun smallint, kind smallint, native uuid, slot smallint, raw_hash uuid, sheet smallint, line int) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE stg_old(id bigint, raw_hash uuid, batch_id int) ON COMMIT DELETE ROWS;
CREATE INDEX ON stg_seen(native);                           -- never analysed: without these, plans for a large district go wrong
CREATE INDEX ON stg_ganda(native);
