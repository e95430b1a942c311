SELECT r.id, r.nomor, r.bagian, r.rhk, r.rhk_pimpinan, r.aspek, r.indikator, r.target, coalesce((
  SELECT jsonb_agg(jsonb_build_object('periode', p.nama, 'isi', e.realisasi) ORDER BY p.slot) FROM ek_realisasi e JOIN ek_periode p ON p.id = e.periode_id
  WHERE e.rhk_id = r.id), '[]') AS realisasi, coalesce((
  SELECT jsonb_agg(jsonb_build_object('periode', p.nama, 'judul', b.judul, 'tautan', b.tautan) ORDER BY p.slot, b.id)
  FROM ek_bukti b JOIN ek_periode p ON p.id = b.periode_id WHERE b.rhk_id = r.id), '[]') AS bukti
FROM ek_rhk r WHERE r.instansi_id = %(instansi)s AND r.skp_id = %(skp)s AND r.ditarik IS NULL ORDER BY r.urut
