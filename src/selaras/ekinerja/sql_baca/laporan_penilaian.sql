SELECT * FROM ek_laporan_penilaian WHERE _instansi = %(instansi)s AND _tahun = %(tahun)s AND _periode = %(periode)s
  AND (%(nip)s::text IS NULL OR nip = %(nip)s)
