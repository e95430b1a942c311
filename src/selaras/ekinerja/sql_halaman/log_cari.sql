SELECT l.id, l.waktu, l.nip, coalesce(l.nama, '') AS nama, l.jenis, l.aksi, l.hasil, l.kode, l.pesan, count(*) OVER () AS semua
FROM ek_log l WHERE l.instansi_id = %(instansi)s AND l.tahun = %(tahun)s AND (%(hasil)s = '' OR l.hasil = %(hasil)s) AND (%(jenis)s = '' OR l.jenis = %(jenis)s)
  AND (%(cari)s = '' OR l.nip = %(cari)s OR l.nama ILIKE %(pola)s OR l.pesan ILIKE %(pola)s) AND (%(nip)s::text[] IS NULL OR l.nip = ANY(%(nip)s))
ORDER BY l.id DESC LIMIT %(batas)s OFFSET %(lewati)s
