-- One NIP on two people of one system, or one NIK on two active NIPs of SIASN.
SELECT DISTINCT 2 AS scope, a.orang_id::bigint AS ref, jsonb_build_object('nomor', 'NIP') AS detail
FROM akun a WHERE a.instansi_id = %(instansi)s AND a.orang_id IS NOT NULL AND a.nip IN (
  SELECT nip FROM akun WHERE instansi_id = %(instansi)s AND nip IS NOT NULL AND sistem IN (1, 3, 4) AND terdaftar AND NOT usang
  GROUP BY sistem, nip HAVING count(*) > 1 AND count(DISTINCT nik) > 1
  UNION
  SELECT nip FROM (
    SELECT b.nip, b.raw->'isi'->>'nik' AS nik FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL
    WHERE k.instansi_id = %(instansi)s AND b.kind = 1 AND b.codes @> '{G2}'
    UNION SELECT c.nip, r.rest->>'nik' FROM record r JOIN akun c ON c.id = r.akun_id WHERE r.kind = 1 AND r.tahun = 0 AND r.side = 1 AND r.gone_batch IS NULL
    AND c.instansi_id = %(instansi)s) x WHERE nik <> '' GROUP BY nip HAVING count(DISTINCT nik) > 1)
UNION
SELECT 2, a.orang_id, jsonb_build_object('nomor', 'NIK')
FROM akun a WHERE a.instansi_id = %(instansi)s AND a.orang_id IS NOT NULL AND a.sistem = 4 AND a.aktif AND a.nik IN (
  SELECT nik FROM akun WHERE instansi_id = %(instansi)s AND sistem = 4 AND aktif AND nik IS NOT NULL GROUP BY nik HAVING count(DISTINCT nip) > 1)
