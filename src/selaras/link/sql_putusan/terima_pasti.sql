INSERT INTO padan_unor(instansi_id, unor_id, sekolah_id, oleh, alasan)
SELECT %(instansi)s, u.unor_id, u.sekolah_id, %(oleh)s, 'nama sama, disetujui sekaligus'
FROM usul_unor u JOIN unor o ON o.id = u.unor_id WHERE u.pasti AND o.instansi_id = %(instansi)s
ON CONFLICT DO NOTHING;
