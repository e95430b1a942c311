SELECT id AS nomor, slot, diminta, mulai, selesai, hasil, kalimat, angka, plan_id AS rencana
FROM sinkron WHERE instansi_id = %(instansi)s AND selesai IS NOT NULL AND mulai IS NOT NULL
ORDER BY selesai DESC, id DESC LIMIT 1
