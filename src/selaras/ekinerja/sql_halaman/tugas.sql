SELECT t.id, g.nama, g.nip, u.nama AS unor, t.sebagai, t.nomor_sk, t.mulai, t.selesai, %(hari)s BETWEEN t.mulai AND coalesce(t.selesai, 'infinity') AS berlaku
FROM ek_tugas t JOIN ek_pegawai g ON g.id = t.pegawai_id JOIN ek_unor u ON u.instansi_id = t.instansi_id AND u.id = t.unor_id
WHERE t.instansi_id = %(instansi)s ORDER BY t.selesai DESC NULLS FIRST, t.mulai DESC, u.nama, t.id LIMIT 500
