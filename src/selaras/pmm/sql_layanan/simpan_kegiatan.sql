INSERT INTO pm_kegiatan(instansi_id, pegawai_id, npsn, tahun, mulai, selesai, judul, jenis, peran, jam, poin, tautan, dicatat, urut)
SELECT instansi_id, id, npsn, %(tahun)s, %(mulai)s, %(selesai)s, %(judul)s, %(jenis)s, %(peran)s, %(jam)s, %(poin)s, %(tautan)s, %(waktu)s, 0
FROM pm_pegawai WHERE id = %(oleh)s AND instansi_id = %(instansi)s AND aktif
RETURNING id
