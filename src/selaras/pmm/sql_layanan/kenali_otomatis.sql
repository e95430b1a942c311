-- Of each reported row: whose it is, and whether the same already stands under its number.
SELECT o.i, g.id AS pegawai_id, k.id IS NOT NULL AS ada, k.id IS NOT NULL AND k.pegawai_id <> g.id AS milik_lain,
  k.id IS NOT NULL AND k.ditarik IS NULL AND (k.mulai, k.selesai, k.judul, k.jenis, k.peran, k.jam, k.poin, k.tautan)
    IS NOT DISTINCT FROM (o.mulai, o.selesai, o.judul, o.jenis, o.peran, o.jam, o.poin, o.tautan) AS sama
FROM jsonb_to_recordset(%(kegiatan)s::jsonb) AS o(i int, id text, nip text, mulai date, selesai date, judul text, jenis text, peran text,
  jam numeric(6, 2), poin smallint, tautan text)
LEFT JOIN pm_pegawai g ON g.instansi_id = %(instansi)s AND g.nip = o.nip AND g.aktif
LEFT JOIN pm_kegiatan k ON k.instansi_id = %(instansi)s AND k.sumber = %(sumber)s AND k.sumber_id = o.id
