SELECT md5(concat_ws('|', %(per)s::date, %(hari_ini)s::date,
  (SELECT max(id) || '.' || count(*) FROM batch WHERE instansi_id = %(instansi)s AND closed_at IS NOT NULL),
  (SELECT count(*) || '.' || count(dibatalkan) FROM padan_orang WHERE instansi_id = %(instansi)s),
  (SELECT count(*) || '.' || count(dibatalkan) FROM padan_unor WHERE instansi_id = %(instansi)s),
  (SELECT count(*) || '.' || count(dicabut_run) FROM pengecualian WHERE instansi_id = %(instansi)s),
  (SELECT tipe_periodik || pengaturan::text || target FROM instansi WHERE id = %(instansi)s)));
