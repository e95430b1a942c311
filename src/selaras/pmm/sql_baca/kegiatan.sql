SELECT k.pegawai_id, k.id, k.jenis, k.judul, k.mulai, k.selesai, k.peran, k.jam, k.poin, k.tautan, k.sumber, k.sumber <> 'manual' AS otomatis
FROM pm_kegiatan k
WHERE k.instansi_id = %(instansi)s AND k.pegawai_id = ANY(%(orang)s) AND k.tahun = %(tahun)s AND k.ditarik IS NULL
ORDER BY k.mulai, k.judul, k.id
