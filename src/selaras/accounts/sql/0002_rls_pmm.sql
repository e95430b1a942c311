-- What a page may see of the built-in PMM. A teacher: his own year, a rating of it only once it was sent. Head and pengawas: the plans of
-- their schools with all that hangs on them (a pengawas no rating that was not sent). Operator: who is there and how far the plans are.
-- Functions see with the eyes of the owner, so that policies do not ask each other in a circle. A NIP counts as one's own only while no
-- other person has it too.
CREATE FUNCTION app_peran() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.peran', true), '') $$;

CREATE FUNCTION app_pm_saya() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(g.id), '{}') FROM pm_pegawai g WHERE g.instansi_id = app_instansi() AND g.nip IN (
    SELECT a.nip FROM akun a WHERE a.orang_id = app_orang() AND a.instansi_id = app_instansi() AND NOT a.usang AND a.nip IS NOT NULL
      AND NOT EXISTS (SELECT FROM akun b WHERE b.nip = a.nip AND b.instansi_id = a.instansi_id AND NOT b.usang AND b.orang_id <> a.orang_id)) $$;

CREATE FUNCTION app_pm_npsn() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(s.npsn), '{}') FROM sekolah s WHERE s.instansi_id = app_instansi() AND s.id = ANY (app_sekolah()) $$;

CREATE FUNCTION app_pm_menilai() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app_peran() IN ('kepala', 'pengawas') $$;

CREATE FUNCTION app_pm_skp() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ -- all that one reaches
  SELECT coalesce(array_agg(s.id), '{}') FROM pm_skp s WHERE s.instansi_id = app_instansi()
    AND (s.pegawai_id = ANY (app_pm_saya()) OR s.npsn = ANY (app_pm_npsn())) $$;

-- Staff of one's schools; and who else stands on a plan that one reaches: its owner who moved on, its rater, whoever decided about it.
CREATE FUNCTION app_pm_staf() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(g.id), '{}') FROM pm_pegawai g WHERE g.instansi_id = app_instansi() AND g.npsn = ANY (app_pm_npsn()) $$;
CREATE FUNCTION app_pm_kenal() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH s AS (SELECT * FROM pm_skp WHERE id = ANY (app_pm_skp()))
  SELECT coalesce(array_agg(DISTINCT x.id), '{}') FROM (
    SELECT pegawai_id AS id FROM s UNION SELECT penilai_id FROM s UNION SELECT n.penilai_id FROM pm_penilaian n JOIN s ON s.id = n.skp_id
    UNION SELECT f.oleh FROM pm_fase f JOIN s ON s.id = f.skp_id UNION SELECT r.oleh FROM pm_riwayat r JOIN s ON s.id = r.skp_id) x
  WHERE x.id IS NOT NULL $$;

CREATE FUNCTION app_pm_tempat() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT x.npsn), '{}') FROM (
    SELECT g.npsn FROM pm_pegawai g WHERE g.id = ANY (app_pm_saya()) UNION SELECT s.npsn FROM pm_skp s WHERE s.pegawai_id = ANY (app_pm_saya())
    UNION SELECT t.npsn FROM pm_tugas t WHERE t.pegawai_id = ANY (app_pm_saya()) UNION SELECT unnest(app_pm_npsn())) x WHERE x.npsn IS NOT NULL $$;

GRANT SELECT ON pm_sekolah, pm_pegawai, pm_tugas, pm_skp, pm_rhk, pm_perilaku, pm_kegiatan, pm_fase, pm_rubrik, pm_penilaian, pm_kiriman,
  pm_riwayat TO selaras_web;

ALTER TABLE pm_sekolah ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_sekolah FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR npsn = ANY ((SELECT app_pm_tempat())::text[])));
ALTER TABLE pm_pegawai ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_pegawai FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR id = ANY ((SELECT app_pm_saya())::uuid[]) OR npsn = ANY ((SELECT app_pm_npsn())::text[])
       OR id = ANY ((SELECT app_pm_kenal())::uuid[])));
ALTER TABLE pm_tugas ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_tugas FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_pm_saya())::uuid[]) OR npsn = ANY ((SELECT app_pm_npsn())::text[])));
ALTER TABLE pm_skp ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_skp FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_pm_saya())::uuid[]) OR npsn = ANY ((SELECT app_pm_npsn())::text[])));

-- What hangs on a plan: the owner's, or the rater's and observer's.
DO $$ DECLARE nama text; BEGIN
  FOREACH nama IN ARRAY ARRAY['pm_rhk', 'pm_perilaku', 'pm_fase', 'pm_rubrik'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nama);
    EXECUTE format('CREATE POLICY lihat ON %I FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
      AND ((SELECT app_semua()) OR EXISTS (SELECT FROM pm_skp s WHERE s.id = skp_id
        AND (s.pegawai_id = ANY ((SELECT app_pm_saya())::uuid[]) OR (SELECT app_pm_menilai())))))', nama);
  END LOOP;
END $$;
ALTER TABLE pm_penilaian ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_penilaian FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM pm_skp s WHERE s.id = skp_id
    AND CASE WHEN s.pegawai_id = ANY ((SELECT app_pm_saya())::uuid[]) THEN pm_penilaian.status = 3
      ELSE (SELECT app_peran()) = 'kepala' OR (SELECT app_peran()) = 'pengawas' AND pm_penilaian.status = 3 END)));
ALTER TABLE pm_kiriman ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_kiriman FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_pm_saya())::uuid[])
       OR (SELECT app_pm_menilai()) AND EXISTS (SELECT FROM pm_penilaian n WHERE n.id = penilaian_id)));
ALTER TABLE pm_riwayat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_riwayat FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM pm_skp s WHERE s.id = skp_id
    AND CASE WHEN s.pegawai_id = ANY ((SELECT app_pm_saya())::uuid[]) THEN pm_riwayat.slot IS NULL OR pm_riwayat.apa IN ('dikirim', 'ditarik')
      ELSE (SELECT app_pm_menilai()) END)));
ALTER TABLE pm_kegiatan ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pm_kegiatan FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_pm_saya())::uuid[])
       OR (SELECT app_pm_menilai()) AND (npsn = ANY ((SELECT app_pm_npsn())::text[]) OR pegawai_id = ANY ((SELECT app_pm_staf())::uuid[]))));
