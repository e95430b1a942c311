SELECT id::text AS id, nama, tahun, periode_awal, periode_akhir, coalesce(batas_pengisian, '') AS batas_pengisian, jenis_periode,
  coalesce(tipe_periodik, '') AS tipe_periodik, coalesce(angka_periodik::text, '') AS angka_periodik
FROM ek_periode WHERE instansi_id = %(instansi)s ORDER BY tahun NULLS FIRST, slot
