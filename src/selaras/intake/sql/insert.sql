-- A chunk of which nothing is stored yet: no need to look for every single row. A key that is known after all raises.
INSERT INTO record
  (tahun, side, kind, native, slot, instansi_id, akun_id, sekolah_id, unor_id, raw_hash, core, batch_id, per, line, sheet,
   status, mulai, selesai, hasil, perilaku, predikat, plt, penilai_nip, tanggal, rest)
SELECT s.tahun, %(side)s, s.kind, s.native, s.slot, %(instansi)s, a.id, p.sekolah_id, p.unor_id, s.raw_hash, s.core,
   %(batch)s, %(per)s, s.line, s.sheet, s.status, s.mulai, s.selesai, s.hasil, s.perilaku, s.predikat, s.plt, s.penilai_nip,
   s.tanggal, s.rest
FROM stg s
LEFT JOIN LATERAL (                                       -- LIMIT: without statistics, only an index is safe
    SELECT a.id FROM akun a WHERE a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND a.native = s.akun LIMIT 1) a ON true
LEFT JOIN stg_place p ON p.place = s.place;
