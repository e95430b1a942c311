-- What was read ---------------------------------------------------------------------------------------------
CREATE TABLE run(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  verb text NOT NULL, actor text NOT NULL, rules_version int NOT NULL,
  started timestamptz NOT NULL, ended timestamptz, hasil text, per date,
  kalimat text,                                             -- what came of it, as people are told
  sasaran text,                                             -- whom or what somebody looked at or wrote about, as an internal id
  cap text);                                                -- what the position was derived from; equal: nothing to derive anew

CREATE TABLE batch(
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id int NOT NULL REFERENCES run, instansi_id int NOT NULL REFERENCES instansi,
  side smallint NOT NULL, connector text NOT NULL,
  berkas text NOT NULL, lembar text[] NOT NULL DEFAULT '{}', file_digest bytea NOT NULL,
  per date NOT NULL, tanda text NOT NULL,                   -- day of the data; signature of what the batch speaks for
  n_read int, n_new int, n_changed int, n_same int, n_duplicate int, n_child int, n_outside int, n_rejected int,
  n_gone int NOT NULL DEFAULT 0,
  closed_at timestamptz, diganti_oleh int REFERENCES batch, -- a later batch speaks for the same
  CONSTRAINT accounts_for_every_row CHECK (closed_at IS NULL
    OR n_read = n_new + n_changed + n_same + n_duplicate + n_child + n_outside + n_rejected));
CREATE INDEX ON batch(instansi_id, connector);

-- What a batch speaks for; NULL = all. Like `record` it only names its batch and places: a file has 24,000 of these rows, and
-- looking every reference up takes longer than writing them. Batches, schools and units are never deleted.
CREATE TABLE coverage(
  batch_id int NOT NULL, side smallint NOT NULL, kind smallint NOT NULL, tahun smallint NOT NULL,
  slot smallint, sekolah_id int, unor_id int, complete boolean NOT NULL);
CREATE INDEX ON coverage(side, kind, tahun);

CREATE TABLE baris(                                         -- rows that became no record: rejected, duplicate, outside
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id int NOT NULL, kelas smallint NOT NULL,           -- 1 rejected 2 duplicate 3 outside the scope
  sheet smallint NOT NULL, line int NOT NULL,
  codes text[] NOT NULL, alasan text, raw jsonb,
  nip text COLLATE "C", nama text, tahun smallint, kind smallint, slot smallint,
  cakupan smallint, keterangan text, place text, cleared_batch int);
CREATE INDEX ON baris(batch_id, kelas);
CREATE INDEX ON baris(nip) WHERE nip IS NOT NULL;

CREATE TABLE record(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tahun smallint NOT NULL, side smallint NOT NULL, kind smallint NOT NULL,
  native uuid NOT NULL, slot smallint NOT NULL,             -- slot: 0, or tipe*100+angka (bulanan 1 is not triwulanan 1)
  instansi_id int NOT NULL, akun_id int, sekolah_id int, unor_id int,
  raw_hash uuid NOT NULL, core uuid, batch_id int NOT NULL, per date NOT NULL, gone_batch int,
  line int NOT NULL, sheet smallint NOT NULL,
  status smallint, mulai date, selesai date, hasil smallint, perilaku smallint, predikat smallint, plt boolean,
  penilai_nip text COLLATE "C", tanggal date, rest json,
  UNIQUE(tahun, side, kind, native, slot));
CREATE INDEX ON record(akun_id);
CREATE TABLE record_old(LIKE record);                       -- the version before each change: what a side said, and when
CREATE INDEX ON record_old(id);

-- How it stands ---------------------------------------------------------------------------------------------
CREATE TABLE code(                                          -- weight 30 blocks, 25 refused, 20 differs, 10 waits, 0 note
  id smallint PRIMARY KEY, kode text NOT NULL UNIQUE, weight smallint NOT NULL, tingkat text NOT NULL,
  kecuali_kepala boolean NOT NULL DEFAULT false,            -- a school-level finding that does not hold the head himself
  setara boolean NOT NULL DEFAULT false);                   -- speaks against equality itself (A1)

CREATE TABLE entry(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tahun smallint NOT NULL, instansi_id int NOT NULL, kind smallint NOT NULL, orang_id int NOT NULL, slot smallint NOT NULL,
  sekolah_id int, source_id bigint, target_id bigint, source_core uuid, target_core uuid, base_core uuid,
  expected boolean NOT NULL DEFAULT false, plt boolean NOT NULL DEFAULT false,
  open_op bigint, refused_of uuid, excluded smallint,       -- excluded: 1 a person's decision 2 rule S6 3 withdrawn on both
  keadaan smallint NOT NULL DEFAULT 0, code smallint, due date,
  UNIQUE(tahun, orang_id, kind, slot)) WITH (fillfactor = 48);   -- the first derivation updates every row: on its own page, if half of it is free
CREATE INDEX ON entry(sekolah_id);                          -- NO index on keadaan: it would forbid HOT updates
CREATE TABLE entry_history(entry_id bigint NOT NULL, run_id int NOT NULL, was smallint, now smallint NOT NULL, code smallint);
CREATE INDEX ON entry_history(entry_id);

CREATE TABLE dicatat(                                       -- records without an entry, counted per school when states are derived
  instansi_id int NOT NULL, tahun smallint NOT NULL, sekolah_id int, n int NOT NULL, UNIQUE(instansi_id, tahun, sekolah_id));

CREATE TABLE finding(                                       -- stored ONCE at its level
  tahun smallint NOT NULL, code smallint NOT NULL REFERENCES code,
  scope smallint NOT NULL,                                  -- 1 entry 2 orang 3 sekolah 4 instansi 5 batch 6 baris
  ref bigint NOT NULL, instansi_id int NOT NULL REFERENCES instansi, since_run int NOT NULL, since date NOT NULL, detail jsonb,
  PRIMARY KEY(tahun, code, scope, ref));
CREATE INDEX ON finding(scope, ref);
CREATE TABLE finding_history(
  tahun smallint NOT NULL, code smallint NOT NULL, scope smallint NOT NULL, ref bigint NOT NULL, instansi_id int NOT NULL,
  run_id int NOT NULL, per date NOT NULL, ada boolean NOT NULL);
CREATE INDEX ON finding_history(tahun, code, scope, ref);

CREATE TABLE pengecualian(                                  -- X1-X3 decided by a person, with reason and dates
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi, orang_id int NOT NULL REFERENCES orang,
  kode text NOT NULL, alasan text NOT NULL, mulai date NOT NULL, sampai date,
  oleh text NOT NULL, run_id int NOT NULL REFERENCES run, dicabut_run int REFERENCES run);
CREATE INDEX ON pengecualian(orang_id);

CREATE TABLE tanda_selesai(                                 -- ticks that people filled in: shown, never believed
  instansi_id int NOT NULL REFERENCES instansi, kunci text NOT NULL, status text NOT NULL, catatan text,
  run_id int NOT NULL REFERENCES run, pada timestamptz NOT NULL, PRIMARY KEY(instansi_id, kunci));

CREATE TABLE pernyataan(                                    -- what people said in the pages: shown, never believed
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi, tahun smallint NOT NULL,
  orang_id int NOT NULL REFERENCES orang,                   -- about whom
  apa text NOT NULL CHECK (apa IN ('benar', 'lapor', 'ditekan', 'diajukan', 'diverifikasi')),
  kode text,                                                -- the finding it answers, as in kendala.csv
  isi text,                                                 -- in the person's words
  terhadap uuid,                                            -- fingerprint of what stood on both sides: when that moves, the word lapses
  oleh_orang int REFERENCES orang, oleh text NOT NULL, sebagai text NOT NULL,
  run_id int NOT NULL REFERENCES run, pada timestamptz NOT NULL);
CREATE INDEX ON pernyataan(orang_id, tahun, apa, id);

-- What is carried over ---------------------------------------------------------------------------------------
CREATE TABLE telaah(                                        -- a person's word on one entry as it stood: never edited, the last one counts
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi, entry_id bigint NOT NULL,
  source_core uuid, target_core uuid,                       -- bound to this pair: when either moves, the word lapses
  putusan smallint NOT NULL CHECK (putusan BETWEEN 1 AND 5), -- 1 setuju 2 kembalikan 3 bawa nilai PMM 4 pertahankan e-Kinerja 5 tarik
  oleh text NOT NULL, oleh_orang int REFERENCES orang,      -- who said it; the person behind the name where he is known
  sebagai text NOT NULL CHECK (sebagai IN ('kepala sekolah', 'plt', 'plh', 'admin')),
  nomor_sk text, sk_mulai date, sk_sampai date,             -- the decree of a Plt./Plh.
  alasan text, run_id int NOT NULL REFERENCES run, pada timestamptz NOT NULL,
  CHECK (sebagai NOT IN ('plt', 'plh') OR (nomor_sk IS NOT NULL AND sk_mulai IS NOT NULL)),
  CHECK (putusan IN (1, 3) OR alasan IS NOT NULL));
CREATE INDEX ON telaah(entry_id, id);

CREATE VIEW telaah_berlaku AS                               -- the word in force: the last one, on this very pair, and not used up by an agreement since
SELECT t.* FROM (SELECT DISTINCT ON (entry_id) * FROM telaah ORDER BY entry_id, id DESC) t JOIN entry e ON e.id = t.entry_id
WHERE t.source_core IS NOT DISTINCT FROM e.source_core AND t.target_core IS NOT DISTINCT FROM e.target_core
  AND NOT EXISTS (SELECT FROM entry_history h WHERE h.entry_id = t.entry_id AND h.now = 1 AND h.run_id > t.run_id);

CREATE TABLE laporan_akhir(                                 -- the final report of a school and year: locked, reopened, locked again
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi, sekolah_id int NOT NULL REFERENCES sekolah, tahun smallint NOT NULL,
  dikunci_oleh text NOT NULL, dikunci_pada timestamptz NOT NULL, run_id int NOT NULL REFERENCES run,
  minta_oleh text, minta_orang int REFERENCES orang, minta_pada timestamptz, minta_alasan text, -- somebody of the school asks for opening it
  dibuka_oleh text, disetujui_oleh text, dibuka_pada timestamptz, alasan text,
  CHECK ((minta_pada IS NULL) = (minta_alasan IS NULL) AND (minta_pada IS NULL) = (minta_oleh IS NULL)),
  CHECK (dibuka_pada IS NULL OR (dibuka_oleh IS NOT NULL AND disetujui_oleh IS NOT NULL AND disetujui_oleh <> dibuka_oleh AND alasan IS NOT NULL)));
CREATE UNIQUE INDEX ON laporan_akhir(sekolah_id, tahun) WHERE dibuka_pada IS NULL;

CREATE TABLE plan(                                          -- sealed: complete, ordered, never edited
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi, tahun smallint NOT NULL, run_id int NOT NULL REFERENCES run,
  connector text NOT NULL, rules_version int NOT NULL, pengaturan jsonb NOT NULL, -- the target and settings it was made under
  n int NOT NULL, digest text NOT NULL, disegel timestamptz NOT NULL, berlaku_sampai timestamptz NOT NULL,
  ditinggal jsonb NOT NULL DEFAULT '[]',                    -- what was ready and yet left out, and why
  ambang text[] NOT NULL DEFAULT '{}',                      -- thresholds it passes: then a second person must agree
  kedua_oleh text, kedua_alasan text, kedua_pada timestamptz,
  dibuka_run int REFERENCES run,                            -- the run that sent first
  jeda text,                                                -- why it pauses; a person lets it go on or closes it
  dimaklumi int NOT NULL DEFAULT 0,                         -- lapsed and refused when a person let it go on
  ditutup timestamptz, CHECK (kedua_pada IS NULL OR kedua_oleh IS NOT NULL));
CREATE INDEX ON plan(instansi_id, tahun);
CREATE UNIQUE INDEX ON plan(instansi_id, tahun) WHERE ditutup IS NULL; -- one open plan at a time

CREATE TABLE operation(
  id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  plan_id int NOT NULL REFERENCES plan, seq int NOT NULL, entry_id bigint NOT NULL, sekolah_id int,
  kunci uuid NOT NULL UNIQUE,                               -- idempotency key
  kind smallint NOT NULL, nip text COLLATE "C" NOT NULL, tahun smallint NOT NULL, npsn text COLLATE "C" NOT NULL, mulai date, slot smallint NOT NULL,
  source_core uuid, target_core uuid, base_core uuid, source_record bigint, target_record bigint, -- as sealed
  source_batch int, target_batch int,                       -- the record versions
  versi int NOT NULL, lama jsonb, baru jsonb,               -- baru NULL: withdraw
  alasan text, needs int,                                   -- seq of the operation that must stand first
  status smallint NOT NULL DEFAULT 0,                       -- 0 sealed 1 intent 2 answered 3 seen equal 7 refused 8 lapsed 9 unknown
  pekerja int, percobaan smallint NOT NULL DEFAULT 0, jawaban jsonb, sebab text, pada timestamptz, run_id int REFERENCES run,
  dilepas text,                                             -- a refusal that may be tried again: what changed, or who dealt with it
  PRIMARY KEY(plan_id, seq));
CREATE INDEX ON operation(entry_id);
CREATE INDEX ON operation(plan_id, seq) WHERE status IN (0, 1, 9);
CREATE INDEX ON operation(plan_id, sekolah_id, seq) WHERE status = 0;
CREATE INDEX ON operation(plan_id, needs) WHERE needs IS NOT NULL AND status = 0;
CREATE INDEX ON operation(plan_id) WHERE status IN (7, 8);

CREATE TABLE evidence(                                      -- what was said, what was answered, what was seen, who approved
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_id bigint NOT NULL, run_id int NOT NULL REFERENCES run, operation_id bigint,
  source_core uuid, target_core uuid, kolom text[] NOT NULL, -- the fields that were compared
  terlihat jsonb, cocok boolean NOT NULL, telaah_id bigint, pada timestamptz NOT NULL);
CREATE INDEX ON evidence(entry_id);
CREATE INDEX ON evidence(operation_id);

CREATE TABLE laju(                                          -- the rate budget of a target, shared by every worker: the next free moment
  instansi_id int NOT NULL REFERENCES instansi, connector text NOT NULL, berikut timestamptz NOT NULL, PRIMARY KEY(instansi_id, connector));

CREATE FUNCTION pesan_normal(pesan text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- Messages are matched without tags, punctuation and case: one was printed with a stripped HTML tag at its end.
  AS $$ SELECT trim(regexp_replace(regexp_replace(lower(pesan), '<[^>]*>|/div', ' ', 'g'), '[^a-z0-9]+', ' ', 'g')) $$;

CREATE FUNCTION jabatan_normal(jabatan text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT trim(regexp_replace(regexp_replace(lower(jabatan), '\mguru (kelas|mapel|mata pelajaran|bk)\M', 'guru'), '[^a-z]+', ' ', 'g')) $$;

CREATE FUNCTION jejak_orang(siapa int[], th int) RETURNS TABLE(orang_id int, apa text, terhadap uuid, data_per date)
  -- Fingerprint of what a word in `pernyataan` is about, and the day of the newest report. The owner looks, so that it is the same
  -- whoever asks: a head does not see the entries at another school. Pressing is about the entries, mending about who somebody is.
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, k.apa, CASE k.apa WHEN 'ditekan' THEN i.jejak WHEN 'diajukan' THEN a.jejak ELSE md5(i.jejak::text || a.jejak)::uuid END, d.per
  FROM unnest(siapa) AS w(id)
  CROSS JOIN (VALUES ('benar'), ('lapor'), ('ditekan'), ('diajukan'), ('diverifikasi')) AS k(apa)
  CROSS JOIN LATERAL (SELECT md5(coalesce(string_agg(concat_ws(':', e.kind, e.slot, coalesce(e.source_core::text, '-'), coalesce(e.target_core::text, '-')),
      ' ' ORDER BY e.kind, e.slot), ''))::uuid AS jejak FROM entry e WHERE e.orang_id = w.id AND e.tahun = th) i
  CROSS JOIN LATERAL (SELECT md5(coalesce(string_agg(jsonb_build_array(b.sistem, b.nip, b.nik, b.nuptk, b.nama, b.jabatan, b.jenis_ptk, b.sekolah_id,
      b.unor_id, b.kepala, b.aktif)::text, ' ' ORDER BY b.sistem, b.native), ''))::uuid AS jejak FROM akun b WHERE b.orang_id = w.id AND NOT b.usang) a
  CROSS JOIN (SELECT coalesce(max(b.per) FILTER (WHERE b.connector LIKE 'ekinerja_laporan%'), max(b.per)) AS per FROM batch b WHERE b.closed_at IS NOT NULL) d $$;

CREATE FUNCTION hari_bulan(teks text, tahun int) RETURNS date LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  -- '31-03' of Manajemen Periode in a year; a whole ISO date is taken as it is; anything else is NULL.
  BEGIN
    IF teks ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN RETURN left(teks, 10)::date; END IF;
    IF teks ~ '^[0-9]{1,2}[-/][0-9]{1,2}$' THEN
      RETURN make_date(tahun, split_part(translate(teks, '/', '-'), '-', 2)::int, split_part(translate(teks, '/', '-'), '-', 1)::int); END IF;
    RETURN NULL;
  EXCEPTION WHEN others THEN RETURN NULL; END $$;

CREATE FUNCTION same_person(nip_a text, nip_b text, instansi int) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT EXISTS (SELECT FROM akun a JOIN akun b ON b.orang_id = a.orang_id
        WHERE a.nip = nip_a AND b.nip = nip_b AND a.instansi_id = instansi AND b.instansi_id = instansi) $$;
