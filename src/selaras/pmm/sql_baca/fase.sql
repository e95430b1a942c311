SELECT f.skp_id, f.fase, f.isi, f.tanggal, p.nama AS oleh, f.diisi FROM pm_fase f JOIN pm_pegawai p ON p.id = f.oleh
WHERE f.skp_id = ANY(%(skp)s) ORDER BY f.skp_id, f.fase
