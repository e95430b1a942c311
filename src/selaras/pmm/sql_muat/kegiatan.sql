INSERT INTO pm_kegiatan AS k (id, instansi_id, pegawai_id, npsn, tahun, mulai, selesai, judul, jenis, peran, jam, poin, tautan, sumber, sumber_id,
  dicatat, urut)
SELECT coalesce(m.id, ada.id, gen_random_uuid()), %(instansi)s, g.id, coalesce(m.npsn, g.npsn), extract(year FROM m.mulai), m.mulai, m.selesai, m.judul,
  m.jenis, coalesce(m.peran, ''), m.jam, m.poin, coalesce(m.tautan, ''), coalesce(m.sumber, 'manual'), m.sumber_id, %(waktu)s, 0
FROM pm_muat_kegiatan m LEFT JOIN pm_pegawai g ON g.instansi_id = %(instansi)s AND g.nip = m.nip
LEFT JOIN pm_kegiatan ada ON ada.instansi_id = %(instansi)s AND ada.sumber = m.sumber AND ada.sumber_id = m.sumber_id
ON CONFLICT (id) DO UPDATE SET (npsn, tahun, mulai, selesai, judul, jenis, peran, jam, poin, tautan) =
  (EXCLUDED.npsn, EXCLUDED.tahun, EXCLUDED.mulai, EXCLUDED.selesai, EXCLUDED.judul, EXCLUDED.jenis, EXCLUDED.peran, EXCLUDED.jam, EXCLUDED.poin,
   EXCLUDED.tautan)
WHERE k.instansi_id = EXCLUDED.instansi_id
