INSERT INTO pm_fase(skp_id, instansi_id, fase, isi, tanggal, oleh, diisi)
SELECT s.id, s.instansi_id, m.fase, m.isi, m.tanggal, p.id, m.tanggal::timestamp AT TIME ZONE 'Asia/Jakarta'
FROM pm_muat_fase m LEFT JOIN pm_skp s ON s.id = m.skp_id AND s.instansi_id = %(instansi)s
LEFT JOIN pm_pegawai p ON p.instansi_id = %(instansi)s AND p.nip = m.oleh_nip
ORDER BY m.fase
ON CONFLICT (skp_id, fase) DO UPDATE SET (isi, tanggal, oleh) = (EXCLUDED.isi, EXCLUDED.tanggal, EXCLUDED.oleh)
