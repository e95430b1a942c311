INSERT INTO ek_unor(instansi_id, id, nama, induk, atasan_id, npsn, aktif)
SELECT %(instansi)s, id, nama, nullif(induk, ''), nullif(atasan_id, ''), nullif(npsn, ''), coalesce(aktif, true) FROM ek_muat_unor
ON CONFLICT (instansi_id, id) DO UPDATE SET (nama, induk, atasan_id, npsn, aktif) =
  (EXCLUDED.nama, EXCLUDED.induk, EXCLUDED.atasan_id, EXCLUDED.npsn, EXCLUDED.aktif)
