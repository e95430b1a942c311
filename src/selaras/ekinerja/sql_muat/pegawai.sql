INSERT INTO ek_pegawai(id, instansi_id, nip, nama, nik, jabatan, jenis_jabatan, golru, jenis_pegawai, unor_id, atasan_nip, aktif, kepala, disinkron)
SELECT coalesce(id, gen_random_uuid()), %(instansi)s, nip, nama, nullif(nik, ''), jabatan, coalesce(jenis_jabatan, 'fungsional'), golru,
  coalesce(jenis_pegawai, 'PNS'), nullif(unor_id, ''), nullif(atasan_nip, ''), coalesce(aktif, true), coalesce(kepala, false), %(waktu)s
FROM ek_muat_pegawai
ON CONFLICT (instansi_id, nip) DO UPDATE SET (nama, nik, jabatan, jenis_jabatan, golru, jenis_pegawai, unor_id, atasan_nip, aktif, kepala, disinkron) =
  (EXCLUDED.nama, EXCLUDED.nik, EXCLUDED.jabatan, EXCLUDED.jenis_jabatan, EXCLUDED.golru, EXCLUDED.jenis_pegawai, EXCLUDED.unor_id,
   EXCLUDED.atasan_nip, EXCLUDED.aktif, EXCLUDED.kepala, EXCLUDED.disinkron)
