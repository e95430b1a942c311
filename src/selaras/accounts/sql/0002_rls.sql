-- What the role of the pages may see. Whoever is not the owner of the tables sees nothing that no policy shows; the
-- settings are those of `scope.within`. Written as `(SELECT ...)`, so that each is worked out once a query; what a row
-- hangs on as EXISTS, so that one row is looked up: `IN (SELECT ...)` reads everybody of the district for a single school.
DO $$ BEGIN
  CREATE ROLE selaras_web NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT selaras_web TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO selaras_web;

CREATE FUNCTION app_instansi() RETURNS int LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.instansi', true), '')::int $$;
CREATE FUNCTION app_semua() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.semua', true), '') = '1' $$;
CREATE FUNCTION app_sekolah() RETURNS int[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.sekolah', true), ''), '{}')::int[] $$;
CREATE FUNCTION app_orang() RETURNS int LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.orang', true), '')::int $$;

GRANT SELECT ON instansi, sekolah, unor, orang, akun, potret, code, entry, entry_history, record, record_old, finding, finding_history, telaah,
  telaah_berlaku, laporan_akhir, operation, plan, evidence, pengecualian, dicatat, batch, coverage, baris, run, padan_orang, padan_unor,
  usul_orang, usul_unor, tanda_selesai, pernyataan, sinkron, unggahan, dokumen TO selaras_web;
ALTER VIEW telaah_berlaku SET (security_invoker = true);     -- a view would else see with the eyes of its owner

ALTER TABLE instansi ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON instansi FOR SELECT TO selaras_web USING (id = (SELECT app_instansi()));

-- Persons: one's own, those of one's schools, or all.
ALTER TABLE potret ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON potret FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR sekolah_id = ANY ((SELECT app_sekolah())::int[]) OR orang_id = (SELECT app_orang())));
ALTER TABLE orang ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON orang FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM potret p WHERE p.orang_id = orang.id)));
ALTER TABLE akun ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON akun FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM potret p WHERE p.orang_id = akun.orang_id)));
ALTER TABLE pengecualian ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pengecualian FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM potret p WHERE p.orang_id = pengecualian.orang_id)));
ALTER TABLE pernyataan ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON pernyataan FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM potret p WHERE p.orang_id = pernyataan.orang_id)));

-- Places: one's schools, the school that one works at, or all.
ALTER TABLE sekolah ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON sekolah FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR id = ANY ((SELECT app_sekolah())::int[])
       OR id = (SELECT p.sekolah_id FROM potret p WHERE p.orang_id = (SELECT app_orang()))));
ALTER TABLE unor ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON unor FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM sekolah s WHERE s.id = unor.sekolah_id)));
ALTER TABLE laporan_akhir ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON laporan_akhir FOR SELECT TO selaras_web USING ((SELECT app_semua()) OR EXISTS (SELECT FROM sekolah s WHERE s.id = laporan_akhir.sekolah_id));
ALTER TABLE dicatat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON dicatat FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR sekolah_id = ANY ((SELECT app_sekolah())::int[])));

-- Entries, and what hangs on them.
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON entry FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR sekolah_id = ANY ((SELECT app_sekolah())::int[]) OR orang_id = (SELECT app_orang())));
ALTER TABLE entry_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON entry_history FOR SELECT TO selaras_web USING ((SELECT app_semua()) OR EXISTS (SELECT FROM entry e WHERE e.id = entry_id));
ALTER TABLE telaah ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON telaah FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR EXISTS (SELECT FROM entry e WHERE e.id = entry_id)));
ALTER TABLE operation ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON operation FOR SELECT TO selaras_web USING ((SELECT app_semua()) OR EXISTS (SELECT FROM entry e WHERE e.id = entry_id));
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON evidence FOR SELECT TO selaras_web USING ((SELECT app_semua()) OR EXISTS (SELECT FROM entry e WHERE e.id = entry_id));
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON record FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR kind = 12 OR EXISTS (SELECT FROM akun a WHERE a.id = record.akun_id)));
ALTER TABLE record_old ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON record_old FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi())
  AND ((SELECT app_semua()) OR kind = 12 OR EXISTS (SELECT FROM akun a WHERE a.id = record_old.akun_id)));
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON finding FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi()) AND ((SELECT app_semua())
  OR scope = 4 OR scope = 3 AND EXISTS (SELECT FROM sekolah s WHERE s.id = finding.ref) OR scope = 2 AND EXISTS (SELECT FROM potret p WHERE p.orang_id = finding.ref)
  OR scope = 1 AND EXISTS (SELECT FROM entry e WHERE e.id = finding.ref)));
ALTER TABLE finding_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON finding_history FOR SELECT TO selaras_web USING (instansi_id = (SELECT app_instansi()) AND ((SELECT app_semua())
  OR scope = 4 OR scope = 3 AND EXISTS (SELECT FROM sekolah s WHERE s.id = finding_history.ref) OR scope = 2 AND EXISTS (SELECT FROM potret p WHERE p.orang_id = finding_history.ref)
  OR scope = 1 AND EXISTS (SELECT FROM entry e WHERE e.id = finding_history.ref)));

-- What only whoever reaches everybody sees: files, runs, plans, decisions about pairs, ticks.
ALTER TABLE batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON batch FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON coverage FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND batch_id IN (SELECT id FROM batch));
ALTER TABLE baris ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON baris FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND batch_id IN (SELECT id FROM batch));
ALTER TABLE run ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON run FOR SELECT TO selaras_web USING ((SELECT app_semua()));
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON plan FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE padan_orang ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON padan_orang FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE padan_unor ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON padan_unor FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE usul_orang ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON usul_orang FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND EXISTS (SELECT FROM akun a WHERE a.id = usul_orang.akun_a));
ALTER TABLE usul_unor ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON usul_unor FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND unor_id IN (SELECT id FROM unor));
ALTER TABLE tanda_selesai ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON tanda_selesai FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE sinkron ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON sinkron FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE unggahan ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON unggahan FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
ALTER TABLE dokumen ENABLE ROW LEVEL SECURITY;
CREATE POLICY lihat ON dokumen FOR SELECT TO selaras_web USING ((SELECT app_semua()) AND instansi_id = (SELECT app_instansi()));
