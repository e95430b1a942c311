SELECT to_char(waktu AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS') AS waktu, nip, coalesce(nama, '') AS nama, jenis, aksi, hasil,
  coalesce(kode, '') AS kode, pesan, coalesce(replace(kunci::text, '-', ''), '') AS kunci
FROM ek_log WHERE instansi_id = %(instansi)s AND (%(tahun)s::int IS NULL OR tahun = %(tahun)s) AND (%(hasil)s::text IS NULL OR hasil = %(hasil)s)
ORDER BY id
