-- Roles that were given and hold on a day. Schools of one kind are gathered; an acting head speaks for one school by one decree.
SELECT r.jenis, r.instansi_id, coalesce(array_agg(r.sekolah_id ORDER BY r.sekolah_id) FILTER (WHERE r.sekolah_id IS NOT NULL), '{}') AS sekolah,
  r.sebagai, max(r.nomor_sk) AS nomor_sk, max(r.mulai) AS mulai, max(r.sampai) AS sampai
FROM ac_peran r
WHERE r.pengguna_id = %(pengguna)s AND r.dicabut IS NULL AND r.mulai <= %(today)s AND (r.sampai IS NULL OR r.sampai >= %(today)s)
GROUP BY r.jenis, r.instansi_id, r.sebagai, CASE WHEN r.jenis = 'kepala' THEN r.id END
ORDER BY 1, 3;
