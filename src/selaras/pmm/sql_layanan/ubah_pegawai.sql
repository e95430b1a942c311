UPDATE pm_pegawai SET (nip, nik, nuptk, nama, npsn, jabatan, golongan, kepala, pengawas, dinas, aktif) =
  (%(nip)s, %(nik)s, %(nuptk)s, %(nama)s, %(npsn)s, %(jabatan)s, %(golongan)s, %(kepala)s, %(pengawas)s, %(dinas)s, %(aktif)s)
WHERE id = %(id)s AND instansi_id = %(instansi)s
RETURNING id
