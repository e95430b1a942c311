SELECT k.id, k.connector, k.berkas, k.per, k.n_read, k.n_rejected,
       coalesce((SELECT string_agg(DISTINCT coalesce(s.nama, u.nama), ', ') FROM coverage c LEFT JOIN unor u ON u.id = c.unor_id
                 LEFT JOIN sekolah s ON s.id = coalesce(c.sekolah_id, u.sekolah_id) WHERE c.batch_id = k.id
                 AND (SELECT count(DISTINCT (d.sekolah_id, d.unor_id)) FROM coverage d WHERE d.batch_id = k.id) <= 3), 'semua unit di berkas') AS cakupan
FROM batch k WHERE k.instansi_id = %(instansi)s AND k.closed_at IS NOT NULL AND k.diganti_oleh IS NULL ORDER BY k.connector, k.berkas, k.id;
