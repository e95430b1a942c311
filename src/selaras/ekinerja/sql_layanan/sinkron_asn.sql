-- What SIASN tells replaces what was known; what it does not tell stays.
INSERT INTO ek_pegawai AS p (instansi_id, nip, nama, nik, jabatan, jenis_jabatan, golru, jenis_pegawai, unor_id, atasan_nip, aktif, kepala, disinkron)
SELECT %(instansi)s, o.nip, coalesce(o.nama, ada.nama), coalesce(o.nik, ada.nik), coalesce(o.jabatan, ada.jabatan), coalesce(o.jenis_jabatan, ada.jenis_jabatan, 'fungsional'),
  coalesce(o.golru, ada.golru), coalesce(o.jenis_pegawai, ada.jenis_pegawai, 'PNS'), coalesce(o.unor_id, ada.unor_id),
  coalesce(o.atasan_nip, ada.atasan_nip), coalesce(o.aktif, ada.aktif, true), coalesce(o.kepala, ada.kepala, false), %(waktu)s
FROM jsonb_to_recordset(%(pegawai)s::jsonb) AS o(nip text, nama text, nik text, jabatan text, jenis_jabatan text, golru text, jenis_pegawai text,
  unor_id text, atasan_nip text, aktif boolean, kepala boolean)
LEFT JOIN ek_pegawai ada ON ada.instansi_id = %(instansi)s AND ada.nip = o.nip
ON CONFLICT (instansi_id, nip) DO UPDATE SET (nama, nik, jabatan, jenis_jabatan, golru, jenis_pegawai, unor_id, atasan_nip, aktif, kepala, disinkron) =
  (EXCLUDED.nama, EXCLUDED.nik, EXCLUDED.jabatan, EXCLUDED.jenis_jabatan, EXCLUDED.golru, EXCLUDED.jenis_pegawai, EXCLUDED.unor_id,
   EXCLUDED.atasan_nip, EXCLUDED.aktif, EXCLUDED.kepala, EXCLUDED.disinkron)
