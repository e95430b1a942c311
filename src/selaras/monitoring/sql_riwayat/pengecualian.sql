SELECT id AS nomor, kode, alasan, mulai, sampai, oleh, dicabut_run IS NOT NULL AS dicabut FROM pengecualian WHERE orang_id = %(orang)s AND instansi_id = %(instansi)s ORDER BY id;
