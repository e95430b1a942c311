-- A person linked anew keeps the id under which entries, history and exceptions know him: his most trusted account carries it over.
CREATE TEMP TABLE pewaris ON COMMIT DROP AS
WITH bawa AS (
  SELECT a.orang_id AS baru, d.orang_id AS lama, min(array_position(ARRAY[4, 1, 3, 2], a.sistem::int) * 1000000000::bigint + a.id) AS urut
  FROM dibuka d JOIN akun a USING (id) WHERE d.orang_id IS NOT NULL GROUP BY 1, 2),
satu AS (SELECT DISTINCT ON (lama) * FROM bawa ORDER BY lama, urut)
SELECT DISTINCT ON (baru) baru, lama FROM satu WHERE baru > %(sampai)s ORDER BY baru, urut;

UPDATE akun a SET orang_id = p.lama FROM pewaris p WHERE a.orang_id = p.baru;

UPDATE pengecualian x SET orang_id = n.orang_id
FROM (SELECT DISTINCT ON (d.orang_id) d.orang_id AS lama, a.orang_id FROM dibuka d JOIN akun a USING (id)
      ORDER BY d.orang_id, array_position(ARRAY[4, 1, 3, 2], a.sistem::int), a.id) n
WHERE x.orang_id = n.lama AND n.orang_id <> n.lama AND NOT EXISTS (SELECT FROM akun a WHERE a.orang_id = n.lama);

DELETE FROM orang o WHERE o.id > %(sampai)s AND NOT EXISTS (SELECT FROM akun a WHERE a.orang_id = o.id);
