-- What background work leaves behind. The queue itself is Procrastinate's and has its own tables.
CREATE TABLE sinkron(                                       -- one sync of an instansi: why it began, how it ended
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL REFERENCES instansi,
  slot timestamptz,                                         -- the moment of the schedule; NULL: a person asked for it
  diminta timestamptz NOT NULL DEFAULT now(),
  mulai timestamptz, selesai timestamptz,
  run_id int REFERENCES run, plan_id int REFERENCES plan,
  hasil text CHECK (hasil IN ('selesai', 'gagal', 'tidak seimbang')),
  kalimat text, angka jsonb NOT NULL DEFAULT '{}',
  sisa int[],                                               -- parts of the plan that have not been sent to their end
  UNIQUE(instansi_id, slot),                                -- a moment of the schedule starts one sync, whoever sees it first
  CHECK ((selesai IS NULL) = (hasil IS NULL)));

CREATE UNLOGGED TABLE kemajuan(                             -- how far a run has come; scratch: gone after a crash, in no backup
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,          -- also the object of the session lock that says that it lives
  run_id int NOT NULL, job_id bigint, pekerjaan text NOT NULL, mesin text NOT NULL, pid int NOT NULL,
  tahap text NOT NULL, sudah bigint NOT NULL DEFAULT 0, jumlah bigint,
  mulai timestamptz NOT NULL DEFAULT now(), tahap_mulai timestamptz NOT NULL DEFAULT now(), diperbarui timestamptz NOT NULL DEFAULT now());
