INSERT INTO pm_penilaian AS n (id, instansi_id, skp_id, slot, hasil, perilaku, predikat, umpan_balik, status, penilai_id, dinilai, ditetapkan, urut)
SELECT coalesce(m.id, gen_random_uuid()), %(instansi)s, s.id, m.slot, m.hasil, m.perilaku, m.predikat, coalesce(m.umpan_balik, ''), coalesce(m.status, 3),
  coalesce(p.id, s.penilai_id), w.waktu, CASE WHEN coalesce(m.status, 3) > 1 THEN coalesce(w.waktu, %(waktu)s) END, 0
FROM pm_muat_penilaian m LEFT JOIN pm_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
LEFT JOIN pm_pegawai p ON p.instansi_id = %(instansi)s AND p.nip = m.penilai_nip
CROSS JOIN LATERAL (SELECT m.dinilai AT TIME ZONE 'Asia/Jakarta') w(waktu)
ON CONFLICT (skp_id, slot) DO UPDATE SET (hasil, perilaku, predikat, umpan_balik, status, penilai_id, dinilai, ditetapkan) =
  (EXCLUDED.hasil, EXCLUDED.perilaku, EXCLUDED.predikat, EXCLUDED.umpan_balik, EXCLUDED.status, EXCLUDED.penilai_id, EXCLUDED.dinilai,
   EXCLUDED.ditetapkan)
