INSERT INTO pm_rubrik(skp_id, instansi_id, butir, tingkat, catatan)
SELECT s.id, s.instansi_id, o.butir, o.tingkat, o.catatan
FROM pm_skp s, jsonb_to_recordset(%(rubrik)s::jsonb) AS o(butir smallint, tingkat smallint, catatan text) WHERE s.id = %(skp)s
ON CONFLICT (skp_id, butir) DO UPDATE SET (tingkat, catatan) = (EXCLUDED.tingkat, EXCLUDED.catatan)
