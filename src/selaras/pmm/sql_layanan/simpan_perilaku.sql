INSERT INTO pm_perilaku(skp_id, instansi_id, nilai, panduan)
SELECT s.id, s.instansi_id, o.nilai, o.panduan
FROM pm_skp s, jsonb_to_recordset(%(perilaku)s::jsonb) AS o(nilai smallint, panduan smallint) WHERE s.id = %(skp)s
ON CONFLICT (skp_id, nilai) DO UPDATE SET panduan = EXCLUDED.panduan
