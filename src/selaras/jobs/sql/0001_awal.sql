-- What background work leaves behind. The queue itself is Procrastinate's and has its own tables.
CREATE TABLE sinkron(                                       -- one sync of an instansi: why it began, how it ended
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  macam text NOT NULL DEFAULT 'penuh' CHECK (macam IN ('penuh', 'rencana', 'kirim')), -- plan and send; plan only; send the plan named
  oleh text,                                                -- who asked for it; NULL: the schedule, or whoever runs the machine
  slot timestamptz,                                         -- the moment of the schedule; NULL: a person asked for it
  diminta timestamptz NOT NULL DEFAULT now(),
  mulai timestamptz, selesai timestamptz,
  run_id int REFERENCES run, plan_id int REFERENCES plan,
  hasil text CHECK (hasil IN ('selesai', 'gagal', 'tidak seimbang')),
  kalimat text, angka jsonb NOT NULL DEFAULT '{}',
  sisa int[],                                               -- parts of the plan that have not been sent to their end
  UNIQUE(instansi_id, slot),                                -- a moment of the schedule starts one sync, whoever sees it first
  CHECK ((selesai IS NULL) = (hasil IS NULL)));

CREATE TABLE unggahan(                                      -- files that somebody dropped in a page: kept as they came, and what became of each
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  folder text NOT NULL UNIQUE, berkas jsonb NOT NULL,       -- where they lie; their names and sizes
  oleh text NOT NULL, pada timestamptz NOT NULL,
  run_id int REFERENCES run, selesai timestamptz,
  laporan jsonb,                                            -- per file what was read, refused or not known
  kalimat text);                                            -- why it was broken off as a whole

CREATE TABLE dokumen(                                       -- papers that a worker made because they take long
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  jenis text NOT NULL, oleh text NOT NULL, diminta timestamptz NOT NULL,
  selesai timestamptz, berkas text, ukuran bigint, per date, kalimat text);

CREATE UNLOGGED TABLE kemajuan(                             -- how far a run has come; scratch: gone after a crash, in no backup
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,          -- also the object of the session lock that says that it lives
  run_id int NOT NULL, job_id bigint, pekerjaan text NOT NULL, mesin text NOT NULL, pid int NOT NULL,
  tahap text NOT NULL, sudah bigint NOT NULL DEFAULT 0, jumlah bigint,
  mulai timestamptz NOT NULL DEFAULT now(), tahap_mulai timestamptz NOT NULL DEFAULT now(), diperbarui timestamptz NOT NULL DEFAULT now());
