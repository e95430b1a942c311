SELECT md5(concat_ws('|', %(per)s::date, %(hari_ini)s::date,
  (SELECT max(id) || '.' || count(*) FROM batch WHERE instansi_id = %(instansi)s AND closed_at IS NOT NULL),
  (SELECT count(*) || '.' || count(dibatalkan) FROM padan_orang WHERE instansi_id = %(instansi)s),
  (SELECT count(*) || '.' || count(dibatalkan) FROM padan_unor WHERE instansi_id = %(instansi)s),
  (SELECT count(*) || '.' || count(dicabut_run) FROM pengecualian WHERE instansi_id = %(instansi)s),
  (SELECT count(*) FROM telaah WHERE instansi_id = %(instansi)s),
  (SELECT count(*) || '.' || count(dibuka_pada) FROM laporan_akhir WHERE instansi_id = %(instansi)s),
  (SELECT string_agg(status || ':' || n, ',' ORDER BY status) || max(pada)
   FROM (SELECT o.status, count(*) + count(o.dilepas) AS n, max(o.pada) AS pada FROM operation o JOIN plan p ON p.id = o.plan_id
         WHERE p.instansi_id = %(instansi)s AND p.tahun = %(tahun)s GROUP BY 1) x),
  (SELECT (SELECT count(e.open_op) || '.' || count(e.refused_of) FROM entry e WHERE e.instansi_id = i.id AND e.tahun = %(tahun)s)
   FROM instansi i WHERE i.id = %(instansi)s AND NOT i.hanya_baca),
  (SELECT hanya_baca || tipe_periodik || pengaturan::text || target FROM instansi WHERE id = %(instansi)s)));
