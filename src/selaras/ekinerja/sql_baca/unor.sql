SELECT id, nama AS nama_unor, coalesce(atasan_id, '') AS induk, CASE WHEN aktif THEN '1' ELSE '0' END AS aktif
FROM ek_unor WHERE instansi_id = %(instansi)s ORDER BY id
