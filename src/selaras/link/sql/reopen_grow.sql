-- Who shares a number or the person with somebody opened in the round before.
WITH tepi AS (SELECT a.* FROM dibuka d JOIN akun a USING (id) WHERE d.putaran = %(putaran)s),
dekat AS (
  SELECT a.id, a.orang_id FROM tepi t JOIN akun a ON a.nip = t.nip AND a.instansi_id = t.instansi_id
  UNION SELECT a.id, a.orang_id FROM tepi t JOIN akun a ON a.nik = t.nik AND a.instansi_id = t.instansi_id
  UNION SELECT a.id, a.orang_id FROM tepi t JOIN akun a ON a.nuptk = t.nuptk AND a.instansi_id = t.instansi_id
  UNION SELECT a.id, a.orang_id FROM tepi t JOIN akun a ON a.orang_id = t.orang_id)
INSERT INTO dibuka SELECT id, orang_id, %(putaran)s + 1 FROM dekat WHERE NOT EXISTS (SELECT FROM dibuka d WHERE d.id = dekat.id);
