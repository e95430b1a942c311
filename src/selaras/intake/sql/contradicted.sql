-- G2 where one of the two contents was known: the known one stands, the other is set aside.
WITH undone AS (
  DELETE FROM record WHERE id = ANY(%(ids)s) RETURNING *),
kept AS (
  INSERT INTO baris(batch_id, kelas, sheet, line, codes, raw, nip, nama, tahun, kind, slot)
  SELECT %(batch)s, 1, u.sheet, u.line, '{G2}', jsonb_build_object('hasil', u.hasil, 'perilaku', u.perilaku, 'predikat', u.predikat, 'isi', u.rest),
         a.native, u.rest->>'nama', u.tahun, u.kind, u.slot
  FROM undone u LEFT JOIN akun a ON a.id = u.akun_id)
INSERT INTO record OVERRIDING SYSTEM VALUE
SELECT DISTINCT ON (o.id) o.* FROM record_old o JOIN undone u ON u.id = o.id AND o.batch_id <> %(batch)s ORDER BY o.id, o.batch_id DESC;
