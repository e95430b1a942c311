INSERT INTO pm_kegiatan(instansi_id, pegawai_id, npsn, tahun, mulai, selesai, judul, jenis, peran, jam, poin, tautan, sumber, sumber_id, dicatat, urut)
SELECT g.instansi_id, g.id, g.npsn, extract(year FROM o.mulai), o.mulai, o.selesai, o.judul, o.jenis, o.peran, o.jam, o.poin, o.tautan,
  %(sumber)s, o.id, %(waktu)s, 0
FROM jsonb_to_recordset(%(kegiatan)s::jsonb) AS o(id text, nip text, mulai date, selesai date, judul text, jenis text, peran text,
  jam numeric(6, 2), poin smallint, tautan text)
JOIN pm_pegawai g ON g.instansi_id = %(instansi)s AND g.nip = o.nip AND g.aktif
ON CONFLICT (instansi_id, sumber, sumber_id) DO UPDATE SET (tahun, mulai, selesai, judul, jenis, peran, jam, poin, tautan, ditarik) =
  (EXCLUDED.tahun, EXCLUDED.mulai, EXCLUDED.selesai, EXCLUDED.judul, EXCLUDED.jenis, EXCLUDED.peran, EXCLUDED.jam, EXCLUDED.poin,
   EXCLUDED.tautan, NULL)
