INSERT INTO ek_periode AS p (id, instansi_id, nama, periode_awal, periode_akhir, batas_pengisian, jenis_periode, tahun, tipe_periodik, angka_periodik)
SELECT coalesce(id, gen_random_uuid()), %(instansi)s, nama, periode_awal, periode_akhir, batas_pengisian, coalesce(jenis_periode, 'periodik'),
  tahun, tipe_periodik, angka_periodik
FROM ek_muat_periode
ON CONFLICT (id) DO UPDATE SET (nama, periode_awal, periode_akhir, batas_pengisian, jenis_periode, tahun, tipe_periodik, angka_periodik) =
  (EXCLUDED.nama, EXCLUDED.periode_awal, EXCLUDED.periode_akhir, EXCLUDED.batas_pengisian, EXCLUDED.jenis_periode, EXCLUDED.tahun,
   EXCLUDED.tipe_periodik, EXCLUDED.angka_periodik)
WHERE p.instansi_id = EXCLUDED.instansi_id
