SELECT p.id, p.nama, p.tahun, p.periode_awal, p.periode_akhir, p.batas_pengisian, p.jenis_periode, p.tipe_periodik, p.angka_periodik, p.slot,
  EXISTS (SELECT FROM ek_penilaian n WHERE n.periode_id = p.id) OR EXISTS (SELECT FROM ek_realisasi e WHERE e.periode_id = p.id)
    OR EXISTS (SELECT FROM ek_bukti b WHERE b.periode_id = p.id) AS dipakai
FROM ek_periode p WHERE p.instansi_id = %(instansi)s ORDER BY p.tahun NULLS FIRST, p.slot
