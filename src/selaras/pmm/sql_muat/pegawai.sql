INSERT INTO pm_pegawai(id, instansi_id, nip, nik, nuptk, nama, npsn, jabatan, golongan, jenis_ptk, status_kepegawaian, kepala, pengawas, dinas, aktif, urut)
SELECT coalesce(id, gen_random_uuid()), %(instansi)s, nip, nullif(nik, ''), nullif(nuptk, ''), nama, nullif(npsn, ''), coalesce(jabatan, ''),
  coalesce(golongan, ''), coalesce(jenis_ptk, ''), coalesce(status_kepegawaian, 'PNS'), coalesce(kepala, false), coalesce(pengawas, false),
  coalesce(dinas, false), coalesce(aktif, true), 0
FROM pm_muat_pegawai
ON CONFLICT (instansi_id, nip) DO UPDATE SET
  (nik, nuptk, nama, npsn, jabatan, golongan, jenis_ptk, status_kepegawaian, kepala, pengawas, dinas, aktif) =
  (EXCLUDED.nik, EXCLUDED.nuptk, EXCLUDED.nama, EXCLUDED.npsn, EXCLUDED.jabatan, EXCLUDED.golongan, EXCLUDED.jenis_ptk,
   EXCLUDED.status_kepegawaian, EXCLUDED.kepala, EXCLUDED.pengawas, EXCLUDED.dinas, EXCLUDED.aktif)
