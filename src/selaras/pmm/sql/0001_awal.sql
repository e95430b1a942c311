-- The PMM side. An application of its own: it names its instansi by number and refers to no other table of Selaras,
-- so it can be put into another database. Nothing is deleted; what was sent is only withdrawn.

-- Every change has a number, in the order of the commits of its instansi: whoever writes holds the lock of the instansi until
-- he commits, and takes the number under it. So when a number can be seen, every smaller one of that instansi is settled.
CREATE SEQUENCE pm_urut;

CREATE FUNCTION pm_kunci(instansi int) RETURNS void LANGUAGE sql
  AS $$ SELECT pg_advisory_xact_lock(hashtext('selaras.pmm'), instansi) $$;

CREATE FUNCTION pm_nomori() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pm_kunci(NEW.instansi_id);                        -- services hold it already; this is for whoever passes them by
  NEW.urut := nextval('pm_urut');
  RETURN NEW;
END $$;

-- Who and where -----------------------------------------------------------------------------------------------
CREATE TABLE pm_sekolah(
  instansi_id int NOT NULL, npsn text COLLATE "C" NOT NULL CHECK (npsn <> ''), nama text NOT NULL CHECK (nama <> ''),
  PRIMARY KEY(instansi_id, npsn));

CREATE TABLE pm_pegawai(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),            -- the account: what stands in addresses
  instansi_id int NOT NULL, nip text COLLATE "C" NOT NULL CHECK (nip ~ '^[0-9]{18}$'),
  nik text COLLATE "C", nuptk text COLLATE "C", nama text NOT NULL CHECK (nama <> ''), npsn text COLLATE "C",
  jabatan text NOT NULL DEFAULT '', golongan text NOT NULL DEFAULT '', jenis_ptk text NOT NULL DEFAULT '',
  status_kepegawaian text NOT NULL DEFAULT 'PNS',
  kepala boolean NOT NULL DEFAULT false,                    -- heads his own school, definitively
  pengawas boolean NOT NULL DEFAULT false, dinas boolean NOT NULL DEFAULT false, -- dinas: rates heads and pengawas
  aktif boolean NOT NULL DEFAULT true, urut bigint NOT NULL,
  UNIQUE(instansi_id, nip), UNIQUE(instansi_id, urut), FOREIGN KEY (instansi_id, npsn) REFERENCES pm_sekolah,
  CHECK (NOT kepala OR npsn IS NOT NULL));
CREATE INDEX ON pm_pegawai(instansi_id, npsn);
CREATE UNIQUE INDEX pm_pegawai_satu_kepala ON pm_pegawai(instansi_id, npsn) WHERE kepala AND aktif;

CREATE TABLE pm_tugas(                                      -- acting heads, and which schools a pengawas looks after
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES pm_pegawai, npsn text COLLATE "C" NOT NULL,
  peran text NOT NULL CHECK (peran IN ('kepala', 'pengawas')), sebagai text NOT NULL CHECK (sebagai IN ('plt', 'plh', 'pengawas')),
  nomor_sk text NOT NULL CHECK (nomor_sk <> ''), mulai date NOT NULL, selesai date,
  FOREIGN KEY (instansi_id, npsn) REFERENCES pm_sekolah,
  CHECK (selesai >= mulai), CHECK ((peran = 'pengawas') = (sebagai = 'pengawas')));
CREATE INDEX ON pm_tugas(pegawai_id);
CREATE INDEX ON pm_tugas(instansi_id, npsn);

CREATE FUNCTION pm_bertugas(orang uuid, sekolah text, tugas text, hari date) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM pm_tugas t WHERE t.pegawai_id = orang AND t.npsn = sekolah AND t.peran = tugas
    AND hari BETWEEN t.mulai AND coalesce(t.selesai, 'infinity')) $$;

CREATE FUNCTION pm_mengepalai(orang uuid, sekolah text, hari date) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM pm_pegawai p WHERE p.id = orang AND p.aktif
    AND (p.kepala AND p.npsn = sekolah OR pm_bertugas(orang, sekolah, 'kepala', hari))) $$;

-- The plan ----------------------------------------------------------------------------------------------------
CREATE TABLE pm_skp(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES pm_pegawai, npsn text COLLATE "C" NOT NULL,
  tahun smallint NOT NULL, slot smallint NOT NULL CHECK (slot IN (301, 302, 400)), mulai date NOT NULL, selesai date NOT NULL,
  peran text NOT NULL CHECK (peran IN ('guru', 'kepala', 'pengawas')), plt boolean NOT NULL DEFAULT false, jabatan text NOT NULL DEFAULT '',
  indikator smallint CHECK (indikator BETWEEN 1 AND 8), fokus text NOT NULL DEFAULT '',
  status smallint NOT NULL DEFAULT 1 CHECK (status BETWEEN 1 AND 4), -- Draf, Diajukan, Dikembalikan, Disepakati
  alasan text, diajukan timestamptz, disepakati timestamptz, penilai_id uuid REFERENCES pm_pegawai, urut bigint NOT NULL,
  UNIQUE(instansi_id, urut), FOREIGN KEY (instansi_id, npsn) REFERENCES pm_sekolah,
  CHECK (mulai <= selesai AND extract(year FROM mulai) = tahun AND extract(year FROM selesai) = tahun),
  CHECK (status <> 3 OR alasan <> '' AND alasan IS NOT NULL), CHECK ((status = 4) = (disepakati IS NOT NULL)));
CREATE INDEX ON pm_skp(pegawai_id, tahun);
CREATE INDEX ON pm_skp(instansi_id, npsn, tahun);
CREATE INDEX ON pm_skp(penilai_id);

CREATE TABLE pm_rhk(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, skp_id uuid NOT NULL REFERENCES pm_skp, ke smallint NOT NULL, -- place in the list
  nomor text NOT NULL CHECK (nomor <> ''), bagian text NOT NULL CHECK (bagian IN ('utama', 'tambahan')), rhk text NOT NULL CHECK (rhk <> ''),
  rhk_pimpinan text NOT NULL DEFAULT '', aspek text NOT NULL DEFAULT '', indikator text NOT NULL DEFAULT '', target text NOT NULL DEFAULT '',
  poin smallint CHECK (poin BETWEEN 0 AND 128), ditarik timestamptz, urut bigint NOT NULL,
  UNIQUE(instansi_id, urut));
CREATE UNIQUE INDEX pm_rhk_hidup ON pm_rhk(skp_id, ke) WHERE ditarik IS NULL;
CREATE INDEX ON pm_rhk(skp_id);

CREATE TABLE pm_perilaku(                                   -- the seven values of BerAKHLAK, one conduct chosen of each
  skp_id uuid NOT NULL REFERENCES pm_skp, instansi_id int NOT NULL, nilai smallint NOT NULL CHECK (nilai BETWEEN 1 AND 7),
  panduan smallint NOT NULL CHECK (panduan BETWEEN 1 AND 3), ekspektasi text NOT NULL DEFAULT '', PRIMARY KEY(skp_id, nilai));

CREATE FUNCTION pm_dinilai(orang uuid, hari date) RETURNS TABLE(skp_id uuid) LANGUAGE sql STABLE
  -- Whom an account rates: a guru by the head of the school of his SKP; who heads that school himself, and a pengawas, by the dinas.
  -- A function that the planner takes apart like a view: it costs a list nothing per row.
  -- OFFSET 0: the owner is looked up per plan, however many accounts there are.
  AS $$ SELECT s.id FROM pm_pegawai o JOIN pm_skp s ON s.instansi_id = o.instansi_id AND s.pegawai_id <> o.id
    CROSS JOIN LATERAL (SELECT g.aktif AND (g.kepala AND g.npsn = s.npsn OR EXISTS (SELECT FROM pm_tugas t WHERE t.pegawai_id = g.id
        AND t.npsn = s.npsn AND t.peran = 'kepala' AND hari BETWEEN t.mulai AND coalesce(t.selesai, 'infinity'))) AS memimpin
      FROM pm_pegawai g WHERE g.id = s.pegawai_id OFFSET 0) g
    WHERE o.id = orang AND o.aktif AND CASE WHEN s.peran = 'guru' AND g.memimpin IS NOT TRUE
      THEN o.kepala AND o.npsn = s.npsn OR EXISTS (SELECT FROM pm_tugas t WHERE t.pegawai_id = o.id
        AND t.npsn = s.npsn AND t.peran = 'kepala' AND hari BETWEEN t.mulai AND coalesce(t.selesai, 'infinity'))
      ELSE o.dinas END $$;

CREATE FUNCTION pm_boleh_menilai(orang uuid, skp uuid, hari date) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM pm_dinilai(orang, hari) d WHERE d.skp_id = skp) $$;

CREATE FUNCTION pm_diamati(orang uuid, hari date) RETURNS TABLE(skp_id uuid) LANGUAGE sql STABLE
  -- Whom an account observes: whom it rates, and a pengawas the heads of his schools.
  AS $$ SELECT d.skp_id FROM pm_dinilai(orang, hari) d
    UNION ALL SELECT s.id FROM pm_pegawai o JOIN pm_tugas t ON t.pegawai_id = o.id AND t.peran = 'pengawas'
      AND hari BETWEEN t.mulai AND coalesce(t.selesai, 'infinity')
    JOIN pm_skp s ON s.instansi_id = o.instansi_id AND s.npsn = t.npsn AND s.peran = 'kepala' AND s.pegawai_id <> o.id
    WHERE o.id = orang AND o.aktif AND o.pengawas $$;

CREATE FUNCTION pm_boleh_mengamati(orang uuid, skp uuid, hari date) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM pm_diamati(orang, hari) d WHERE d.skp_id = skp) $$;

-- What happens in the year ------------------------------------------------------------------------------------
CREATE TABLE pm_kegiatan(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, pegawai_id uuid NOT NULL REFERENCES pm_pegawai, npsn text COLLATE "C", tahun smallint NOT NULL,
  mulai date NOT NULL, selesai date, judul text NOT NULL CHECK (judul <> ''),
  jenis text NOT NULL CHECK (jenis IN ('pelatihan_mandiri', 'praktik_baik', 'observasi', 'komunitas_belajar', 'webinar', 'lainnya')),
  peran text NOT NULL DEFAULT '', jam numeric(6, 2) CHECK (jam >= 0), poin smallint CHECK (poin BETWEEN 0 AND 128),
  tautan text NOT NULL DEFAULT '' CHECK (tautan ~ '^(https?://[^[:space:]]+)?$'),
  sumber text COLLATE "C" NOT NULL DEFAULT 'manual', sumber_id text COLLATE "C", -- by hand: no number of another system
  dicatat timestamptz NOT NULL, ditarik timestamptz, urut bigint NOT NULL,
  UNIQUE(instansi_id, urut), CONSTRAINT pm_kegiatan_sumber UNIQUE(instansi_id, sumber, sumber_id),
  CHECK ((sumber = 'manual') = (sumber_id IS NULL)), CHECK (selesai >= mulai), CHECK (tahun = extract(year FROM mulai)));
CREATE INDEX ON pm_kegiatan(pegawai_id, tahun);

CREATE TABLE pm_fase(                                       -- observation of praktik kinerja: one row per phase, in order
  skp_id uuid NOT NULL REFERENCES pm_skp, instansi_id int NOT NULL, fase smallint NOT NULL CHECK (fase BETWEEN 1 AND 5),
  isi text NOT NULL CHECK (isi <> ''), tanggal date NOT NULL, oleh uuid NOT NULL REFERENCES pm_pegawai, diisi timestamptz NOT NULL,
  sebelum smallint GENERATED ALWAYS AS (CASE WHEN fase > 1 THEN fase - 1 END) STORED,
  PRIMARY KEY(skp_id, fase), CONSTRAINT pm_fase_urut FOREIGN KEY (skp_id, sebelum) REFERENCES pm_fase(skp_id, fase));

CREATE TABLE pm_rubrik(
  skp_id uuid NOT NULL REFERENCES pm_skp, instansi_id int NOT NULL, butir smallint NOT NULL CHECK (butir BETWEEN 1 AND 3),
  tingkat smallint NOT NULL CHECK (tingkat BETWEEN 1 AND 3), catatan text NOT NULL DEFAULT '', PRIMARY KEY(skp_id, butir));

-- Ratings -----------------------------------------------------------------------------------------------------
CREATE TABLE pm_penilaian(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, skp_id uuid NOT NULL REFERENCES pm_skp, slot smallint NOT NULL,
  hasil smallint CHECK (hasil BETWEEN 1 AND 3), perilaku smallint CHECK (perilaku BETWEEN 1 AND 3), predikat smallint CHECK (predikat BETWEEN 1 AND 5),
  umpan_balik text NOT NULL DEFAULT '', status smallint NOT NULL DEFAULT 1 CHECK (status BETWEEN 1 AND 3), -- draf, ditetapkan, terkirim
  penilai_id uuid REFERENCES pm_pegawai, dinilai timestamptz, ditetapkan timestamptz, urut bigint NOT NULL,
  UNIQUE(skp_id, slot), UNIQUE(instansi_id, urut),
  CHECK (status = 1 OR (hasil IS NOT NULL AND perilaku IS NOT NULL AND predikat IS NOT NULL AND ditetapkan IS NOT NULL)));
CREATE INDEX ON pm_penilaian(penilai_id);

CREATE TABLE pm_kiriman(                                    -- the proof: what was sent to whom, when and by whom, and when it was read
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instansi_id int NOT NULL, penilaian_id uuid NOT NULL REFERENCES pm_penilaian, pegawai_id uuid NOT NULL REFERENCES pm_pegawai,
  hasil smallint NOT NULL, perilaku smallint NOT NULL, predikat smallint NOT NULL,
  dikirim timestamptz NOT NULL, dikirim_oleh uuid NOT NULL REFERENCES pm_pegawai, dibaca timestamptz,
  ditarik timestamptz, ditarik_oleh uuid REFERENCES pm_pegawai, alasan text,
  CHECK ((ditarik IS NULL) = (alasan IS NULL) AND (ditarik IS NULL) = (ditarik_oleh IS NULL)));
CREATE UNIQUE INDEX pm_kiriman_hidup ON pm_kiriman(penilaian_id) WHERE ditarik IS NULL;
CREATE INDEX ON pm_kiriman(pegawai_id);

CREATE TABLE pm_riwayat(                                    -- what was decided about a plan or a rating; only ever grows
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instansi_id int NOT NULL, skp_id uuid NOT NULL REFERENCES pm_skp, slot smallint, -- NULL: about the plan
  apa text NOT NULL, oleh uuid NOT NULL REFERENCES pm_pegawai, waktu timestamptz NOT NULL, alasan text);
CREATE INDEX ON pm_riwayat(skp_id, id);

CREATE TABLE pm_token(                                      -- the token itself is shown once and stored nowhere
  jejak bytea PRIMARY KEY CHECK (length(jejak) = 32),       -- sha256
  instansi_id int NOT NULL, pemegang text, sumber text COLLATE "C" CHECK (sumber <> '' AND sumber <> 'manual'), -- NULL: reads; else records activities
  dibuat timestamptz NOT NULL, berlaku_sampai timestamptz NOT NULL, CHECK (berlaku_sampai > dibuat));

-- Numbers of changes ------------------------------------------------------------------------------------------
CREATE FUNCTION pm_sentuh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN                                                       -- these rows show the NIP: for a reader they have changed
  UPDATE pm_skp SET urut = 0 WHERE pegawai_id = NEW.id OR penilai_id = NEW.id;
  UPDATE pm_rhk SET urut = 0 WHERE skp_id IN (SELECT id FROM pm_skp WHERE pegawai_id = NEW.id);
  UPDATE pm_penilaian SET urut = 0 WHERE penilai_id = NEW.id OR skp_id IN (SELECT id FROM pm_skp WHERE pegawai_id = NEW.id);
  UPDATE pm_kegiatan SET urut = 0 WHERE pegawai_id = NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION pm_sentuh_skp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN                                                       -- these rows show school and year of their SKP
  UPDATE pm_rhk SET urut = 0 WHERE skp_id = NEW.id;
  UPDATE pm_penilaian SET urut = 0 WHERE skp_id = NEW.id;
  RETURN NULL;
END $$;

DO $$ DECLARE nama text; BEGIN
  FOREACH nama IN ARRAY ARRAY['pm_pegawai', 'pm_skp', 'pm_rhk', 'pm_kegiatan', 'pm_penilaian'] LOOP
    -- A row that brings its number keeps it: that is how a backup comes back.
    EXECUTE format('CREATE TRIGGER pm_baru BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.urut = 0) EXECUTE FUNCTION pm_nomori()', nama);
    EXECUTE format('CREATE TRIGGER pm_ubah BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION pm_nomori()', nama);
  END LOOP;
END $$;
CREATE TRIGGER pm_nip_berubah AFTER UPDATE ON pm_pegawai FOR EACH ROW WHEN (OLD.nip <> NEW.nip) EXECUTE FUNCTION pm_sentuh();
CREATE TRIGGER pm_tempat_berubah AFTER UPDATE ON pm_skp FOR EACH ROW
  WHEN (OLD.npsn <> NEW.npsn OR OLD.tahun <> NEW.tahun OR OLD.pegawai_id <> NEW.pegawai_id) EXECUTE FUNCTION pm_sentuh_skp();
