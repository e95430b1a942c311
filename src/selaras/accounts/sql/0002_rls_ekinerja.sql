-- What a page may see of the built-in e-Kinerja: one's own, the staff that one rates, or all.
-- The functions see with the eyes of the owner, so that policies do not ask each other in a circle. A NIP counts as one's own only
-- while no other person has it too.
CREATE FUNCTION app_hari() RETURNS date LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.hari', true), '')::date, CURRENT_DATE) $$;

CREATE FUNCTION app_ek_nip() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT a.nip), '{}') FROM akun a
  WHERE a.orang_id = app_orang() AND a.instansi_id = app_instansi() AND a.nip IS NOT NULL
    AND NOT EXISTS (SELECT FROM akun b WHERE b.nip = a.nip AND b.instansi_id = a.instansi_id AND b.orang_id <> a.orang_id) $$;

CREATE FUNCTION app_ek_saya() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(g.id), '{}') FROM ek_pegawai g WHERE g.instansi_id = app_instansi() AND g.nip = ANY (app_ek_nip()) $$;

-- Units that one leads, definitively or by a decree that holds on the day. Only in a role that has a school.
CREATE FUNCTION app_ek_pimpin() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(x.unor_id), '{}') FROM (
    SELECT g.unor_id FROM ek_pegawai g WHERE g.id = ANY (app_ek_saya()) AND g.kepala AND g.aktif AND g.unor_id IS NOT NULL
    UNION SELECT t.unor_id FROM ek_tugas t WHERE t.pegawai_id = ANY (app_ek_saya()) AND app_hari() BETWEEN t.mulai AND coalesce(t.selesai, 'infinity')) x
  WHERE cardinality(app_sekolah()) > 0 $$;

-- NIPs under which one rates others: none in a role without a school.
CREATE FUNCTION app_ek_penilai() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN cardinality(app_sekolah()) > 0 THEN app_ek_nip() ELSE '{}' END $$;

CREATE FUNCTION app_ek_bawahan() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT x.id), '{}') FROM (
    SELECT g.id FROM ek_pegawai g WHERE g.instansi_id = app_instansi() AND g.unor_id = ANY (app_ek_pimpin())
    UNION SELECT g.id FROM ek_pegawai g WHERE g.instansi_id = app_instansi() AND g.atasan_nip = ANY (app_ek_penilai())
    UNION SELECT s.pegawai_id FROM ek_skp s WHERE s.instansi_id = app_instansi() AND s.unor_id = ANY (app_ek_pimpin()) AND s.ditarik IS NULL
    UNION SELECT s.pegawai_id FROM ek_skp s WHERE s.instansi_id = app_instansi() AND s.atasan_nip = ANY (app_ek_penilai()) AND s.ditarik IS NULL) x $$;

-- One's own superiors: named on one's own SKP.
CREATE FUNCTION app_ek_atasan() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT x.nip), '{}') FROM (
    SELECT g.atasan_nip AS nip FROM ek_pegawai g WHERE g.id = ANY (app_ek_saya())
    UNION SELECT s.atasan_nip FROM ek_skp s WHERE s.pegawai_id = ANY (app_ek_saya())
    UNION SELECT n.penilai_nip FROM ek_penilaian n JOIN ek_skp s ON s.id = n.skp_id WHERE s.pegawai_id = ANY (app_ek_saya())) x
  WHERE x.nip IS NOT NULL $$;

-- Units of whoever can be seen, and the one above each.
CREATE FUNCTION app_ek_unor() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH u AS (
    SELECT g.unor_id AS id FROM ek_pegawai g WHERE g.id = ANY (app_ek_saya()) OR g.id = ANY (app_ek_bawahan())
    UNION SELECT s.unor_id FROM ek_skp s WHERE s.pegawai_id = ANY (app_ek_saya())
    UNION SELECT unnest(app_ek_pimpin()))
  SELECT coalesce(array_agg(DISTINCT x.id), '{}') FROM (
    SELECT id FROM u UNION SELECT v.atasan_id FROM u JOIN ek_unor v ON v.instansi_id = app_instansi() AND v.id = u.id) x WHERE x.id IS NOT NULL $$;

GRANT SELECT ON ek_unor, ek_pegawai, ek_periode, ek_skp, ek_rhk, ek_penilaian, ek_realisasi, ek_bukti, ek_dokumen, ek_final, ek_log, ek_tugas,
  ek_laporan_skp, ek_laporan_penilaian TO selaras_web;
ALTER VIEW ek_laporan_skp SET (security_invoker = true);
ALTER VIEW ek_laporan_penilaian SET (security_invoker = true);

ALTER TABLE ek_periode ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_periode FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi()));
ALTER TABLE ek_unor ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_unor FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR id = ANY ((SELECT app_ek_unor())::text[])));
ALTER TABLE ek_pegawai ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_pegawai FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR id = ANY ((SELECT app_ek_saya())::uuid[]) OR id = ANY ((SELECT app_ek_bawahan())::uuid[])
       OR nip = ANY ((SELECT app_ek_atasan())::text[])));
ALTER TABLE ek_tugas ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_tugas FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_ek_saya())::uuid[]) OR unor_id = ANY ((SELECT app_ek_pimpin())::text[])));
ALTER TABLE ek_skp ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_skp FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_ek_saya())::uuid[]) OR unor_id = ANY ((SELECT app_ek_pimpin())::text[])
       OR atasan_nip = ANY ((SELECT app_ek_penilai())::text[])));
ALTER TABLE ek_rhk ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_rhk FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM ek_skp s WHERE s.id = skp_id)));
ALTER TABLE ek_penilaian ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_penilaian FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM ek_skp s WHERE s.id = skp_id)));
ALTER TABLE ek_realisasi ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_realisasi FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM ek_rhk r WHERE r.id = rhk_id)));
ALTER TABLE ek_bukti ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_bukti FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM ek_rhk r WHERE r.id = rhk_id)));
ALTER TABLE ek_dokumen ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_dokumen FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM ek_skp s WHERE s.id = skp_id)));
ALTER TABLE ek_final ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_final FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR pegawai_id = ANY ((SELECT app_ek_saya())::uuid[]) OR pegawai_id = ANY ((SELECT app_ek_bawahan())::uuid[])));
ALTER TABLE ek_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON ek_log FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR nip = ANY ((SELECT app_ek_nip())::text[])));
