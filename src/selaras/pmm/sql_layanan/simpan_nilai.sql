-- Rated anew after it was set: a draft again. The same values again change nothing.
WITH baru AS (
  INSERT INTO pm_penilaian AS n (instansi_id, skp_id, slot, hasil, perilaku, predikat, umpan_balik, penilai_id, dinilai, urut)
  SELECT %(instansi)s, o.skp_id, %(slot)s, o.hasil, o.perilaku, o.predikat, o.umpan_balik, %(oleh)s, %(waktu)s, 0
  FROM jsonb_to_recordset(%(baris)s::jsonb) AS o(skp_id uuid, hasil smallint, perilaku smallint, predikat smallint, umpan_balik text)
  ON CONFLICT (skp_id, slot) DO UPDATE SET (hasil, perilaku, predikat, umpan_balik, penilai_id, dinilai, status, ditetapkan) =
    (EXCLUDED.hasil, EXCLUDED.perilaku, EXCLUDED.predikat, EXCLUDED.umpan_balik, EXCLUDED.penilai_id, EXCLUDED.dinilai, 1, NULL)
  WHERE (n.hasil, n.perilaku, n.predikat, n.umpan_balik, n.penilai_id)
    IS DISTINCT FROM (EXCLUDED.hasil, EXCLUDED.perilaku, EXCLUDED.predikat, EXCLUDED.umpan_balik, EXCLUDED.penilai_id)
  RETURNING n.skp_id)
INSERT INTO pm_riwayat(instansi_id, skp_id, slot, apa, oleh, waktu) SELECT %(instansi)s, skp_id, %(slot)s, 'dinilai', %(oleh)s, %(waktu)s FROM baru
