WITH every AS (
  SELECT r.*, true AS berlaku FROM record r JOIN akun a ON a.id = r.akun_id WHERE a.orang_id = %(orang)s
  UNION ALL
  SELECT r.*, false FROM record_old r JOIN akun a ON a.id = r.akun_id WHERE a.orang_id = %(orang)s)
SELECT e.side AS sisi, e.kind AS jenis, e.tahun, e.slot AS periode, e.status, e.mulai, e.selesai, e.hasil, e.perilaku, e.predikat, e.plt, e.tanggal,
       k.berkas, k.lembar[e.sheet + 1] AS lembar, e.line AS baris, e.per AS data_per, e.berlaku AND e.gone_batch IS NULL AS berlaku
FROM every e JOIN batch k ON k.id = e.batch_id ORDER BY e.side, e.kind, e.tahun, e.slot, e.per, e.id;
