-- The form sent twice.
SELECT id FROM pm_kegiatan
WHERE instansi_id = %(instansi)s AND pegawai_id = %(oleh)s AND sumber = 'manual' AND ditarik IS NULL
  AND (mulai, selesai, judul, jenis, peran, jam, poin, tautan)
    IS NOT DISTINCT FROM (%(mulai)s::date, %(selesai)s::date, %(judul)s, %(jenis)s, %(peran)s, %(jam)s::numeric, %(poin)s::smallint, %(tautan)s)
