-- Small views of the live data that the checks share; private to the transaction.
CREATE TEMP TABLE temuan(kode text, scope smallint, ref bigint, detail jsonb) ON COMMIT DROP;

CREATE TEMP TABLE live_coverage ON COMMIT DROP AS
SELECT DISTINCT c.side, c.kind, c.tahun, c.slot, coalesce(c.sekolah_id, u.sekolah_id) AS sekolah_id, c.sekolah_id IS NULL AND c.unor_id IS NULL AS semua
FROM coverage c JOIN batch k ON k.id = c.batch_id LEFT JOIN unor u ON u.id = c.unor_id
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND k.closed_at IS NOT NULL
  AND (c.unor_id IS NULL OR u.sekolah_id IS NOT NULL);
CREATE INDEX ON live_coverage(side, kind, sekolah_id);

CREATE TEMP TABLE live_map ON COMMIT DROP AS
SELECT rest->>'unor_id' AS unor_id, rest->>'npsn' AS npsn, rest->>'nama_unor' AS nama_unor, coalesce((rest->>'aktif')::boolean, true) AS aktif
FROM record WHERE kind = 14 AND tahun = 0 AND gone_batch IS NULL AND instansi_id = %(instansi)s
  AND coalesce((rest->>'berlaku_mulai')::date, '-infinity') <= %(per)s AND coalesce((rest->>'berlaku_sampai')::date, 'infinity') >= %(per)s;
INSERT INTO live_map
SELECT u.native, s.npsn, u.nama, u.aktif FROM padan_unor p JOIN unor u ON u.id = p.unor_id JOIN sekolah s ON s.id = p.sekolah_id
WHERE p.dibatalkan IS NULL AND p.instansi_id = %(instansi)s;

CREATE TEMP TABLE live_periode ON COMMIT DROP AS
SELECT slot, hari_bulan(rest->>'periode_awal', %(tahun)s) AS awal, hari_bulan(rest->>'periode_akhir', %(tahun)s) AS akhir,
  CASE WHEN hari_bulan(rest->>'batas_pengisian', %(tahun)s) < hari_bulan(rest->>'periode_akhir', %(tahun)s)
       THEN hari_bulan(rest->>'batas_pengisian', %(tahun)s + 1) ELSE hari_bulan(rest->>'batas_pengisian', %(tahun)s) END AS batas,
  slot = 400 AS final, nullif(tahun, 0) AS tahun
FROM record WHERE kind = 12 AND tahun IN (0, %(tahun)s) AND gone_batch IS NULL AND instansi_id = %(instansi)s;

CREATE TEMP TABLE damaged_nip ON COMMIT DROP AS
SELECT b.id, b.batch_id, b.sheet, b.line, b.nama, nama_normal(b.nama) AS nama_normal, b.kind, b.slot, b.tahun, k.side,
  tanggal(substr(regexp_replace(coalesce(b.raw->>'nip', b.raw->>'nip_baru', ''), '[^0-9]', '', 'g'), 1, 8)) AS lahir
FROM baris b JOIN batch k ON k.id = b.batch_id
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND b.kelas = 1 AND b.codes @> '{N2}' AND coalesce(b.tahun, 0) IN (0, %(tahun)s);

CREATE TEMP TABLE unread ON COMMIT DROP AS
SELECT DISTINCT a.orang_id, b.kind, b.slot, k.side
FROM baris b JOIN batch k ON k.id = b.batch_id JOIN akun a ON a.nip = b.nip AND a.instansi_id = k.instansi_id
WHERE k.instansi_id = %(instansi)s AND k.diganti_oleh IS NULL AND b.kelas = 1 AND b.cleared_batch IS NULL AND b.tahun = %(tahun)s
UNION
SELECT p.orang_id, d.kind, d.slot, d.side
FROM damaged_nip d JOIN potret p ON p.nama_normal = d.nama_normal AND p.lahir = d.lahir AND p.instansi_id = %(instansi)s;
CREATE INDEX ON unread(orang_id);

CREATE TEMP TABLE matriks(hasil smallint, perilaku smallint, predikat smallint) ON COMMIT DROP;
CREATE TEMP TABLE pesan_dikenal(normal text, kode text[], menolak boolean) ON COMMIT DROP;
