INSERT INTO pm_pegawai(instansi_id, nip, nik, nuptk, nama, npsn, jabatan, golongan, kepala, pengawas, dinas, aktif, urut)
VALUES (%(instansi)s, %(nip)s, %(nik)s, %(nuptk)s, %(nama)s, %(npsn)s, %(jabatan)s, %(golongan)s, %(kepala)s, %(pengawas)s, %(dinas)s, %(aktif)s, 0)
ON CONFLICT (instansi_id, nip) DO UPDATE SET (nik, nuptk, nama, npsn, jabatan, golongan, kepala, pengawas, dinas, aktif) =
  (EXCLUDED.nik, EXCLUDED.nuptk, EXCLUDED.nama, EXCLUDED.npsn, EXCLUDED.jabatan, EXCLUDED.golongan, EXCLUDED.kepala, EXCLUDED.pengawas,
   EXCLUDED.dinas, EXCLUDED.aktif)
RETURNING id
