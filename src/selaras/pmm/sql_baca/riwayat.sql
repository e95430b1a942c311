SELECT r.skp_id, r.slot, r.apa, p.nama AS oleh, r.waktu, r.alasan FROM pm_riwayat r JOIN pm_pegawai p ON p.id = r.oleh
WHERE r.skp_id = ANY(%(skp)s) ORDER BY r.skp_id, r.id
