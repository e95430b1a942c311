MERGE INTO record r
USING (
  SELECT g.*, a.id AS akun_id, p.sekolah_id, p.unor_id
  FROM stg g
  LEFT JOIN LATERAL (                                       -- LIMIT: without statistics, only an index is safe
    SELECT a.id FROM akun a WHERE a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND a.native = g.akun LIMIT 1) a ON true
  LEFT JOIN stg_place p ON p.place = g.place) s
ON r.tahun = s.tahun AND r.side = %(side)s AND r.kind = s.kind AND r.native = s.native AND r.slot = s.slot
WHEN MATCHED AND (r.raw_hash <> s.raw_hash OR r.gone_batch IS NOT NULL) AND r.per <= %(batas)s THEN UPDATE SET
  raw_hash = s.raw_hash, core = s.core, batch_id = %(batch)s, per = %(per)s, gone_batch = NULL, akun_id = s.akun_id,
  sekolah_id = s.sekolah_id, unor_id = s.unor_id, line = s.line, sheet = s.sheet, status = s.status, mulai = s.mulai,
  selesai = s.selesai, hasil = s.hasil, perilaku = s.perilaku, predikat = s.predikat, plt = s.plt,
  penilai_nip = s.penilai_nip, tanggal = s.tanggal, rest = s.rest
WHEN NOT MATCHED THEN INSERT
  (tahun, side, kind, native, slot, instansi_id, akun_id, sekolah_id, unor_id, raw_hash, core, batch_id, per, line, sheet,
   status, mulai, selesai, hasil, perilaku, predikat, plt, penilai_nip, tanggal, rest)
  VALUES (s.tahun, %(side)s, s.kind, s.native, s.slot, %(instansi)s, s.akun_id, s.sekolah_id, s.unor_id, s.raw_hash, s.core,
   %(batch)s, %(per)s, s.line, s.sheet, s.status, s.mulai, s.selesai, s.hasil, s.perilaku, s.predikat, s.plt, s.penilai_nip,
   s.tanggal, s.rest);
