-- Schools and units as the live references describe them. Later batches speak last.
UPDATE sekolah s SET nama = coalesce(r.nama, s.nama), nama_normal = coalesce(r.normal, s.nama_normal), kecamatan = coalesce(r.kecamatan, s.kecamatan)
FROM (SELECT DISTINCT ON (sekolah_id) sekolah_id, rest->>'nama' AS nama, rest->>'nama_normal' AS normal, rest->>'kecamatan' AS kecamatan
      FROM record WHERE kind = 10 AND tahun = 0 AND gone_batch IS NULL AND sekolah_id IS NOT NULL AND instansi_id = %(instansi)s
      ORDER BY sekolah_id, per DESC, id DESC) r
WHERE r.sekolah_id = s.id;

UPDATE unor u SET dipetakan = false WHERE u.instansi_id = %(instansi)s AND u.dipetakan;

UPDATE unor u SET dipetakan = true, aktif = m.aktif, nama = coalesce(m.nama, u.nama), nama_normal = coalesce(u.nama_normal, m.normal)
FROM (SELECT rest->>'unor_id' AS native, bool_or(coalesce((rest->>'aktif')::boolean, true)) AS aktif,
             max(rest->>'nama_unor') AS nama, NULL::text AS normal
      FROM record WHERE kind = 14 AND tahun = 0 AND gone_batch IS NULL AND instansi_id = %(instansi)s GROUP BY 1) m
WHERE u.instansi_id = %(instansi)s AND u.native = m.native;

UPDATE unor u SET aktif = coalesce((r.rest->>'aktif')::boolean, true)
FROM record r WHERE r.kind = 11 AND r.tahun = 0 AND r.gone_batch IS NULL AND r.instansi_id = %(instansi)s
  AND u.instansi_id = %(instansi)s AND u.native = r.rest->>'id' AND NOT u.dipetakan;
