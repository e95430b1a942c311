-- Every entry that is ready and not locked, in the order of dependency, with what is said and what stands on the target.
CREATE TEMP TABLE calon ON COMMIT DROP AS
WITH siap AS (
  SELECT e.*, e.source_id IS NULL AS tarik, k.alasan, p.nip AS nip_orang, CASE WHEN p.pengawas THEN 0 WHEN p.kepala THEN 1 ELSE 2 END AS pangkat
  FROM entry e JOIN potret p USING (orang_id) LEFT JOIN LATERAL (SELECT t.id, t.alasan FROM telaah_berlaku t WHERE t.entry_id = e.id AND t.putusan = 5 LIMIT 1) k ON e.source_id IS NULL
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.keadaan = 2 AND e.open_op IS NULL AND e.source_core IS DISTINCT FROM e.target_core
    AND CASE WHEN e.source_id IS NULL THEN k.id IS NOT NULL AND e.target_id IS NOT NULL ELSE e.source_core IS NOT NULL END
    AND (%(sekolah)s::int IS NULL OR e.sekolah_id = %(sekolah)s) AND (%(orang)s::int IS NULL OR e.orang_id = %(orang)s)
    AND NOT EXISTS (SELECT FROM laporan_akhir l WHERE l.sekolah_id = e.sekolah_id AND l.tahun = e.tahun AND l.dibuka_pada IS NULL)),
rhk AS (
  SELECT nullif(r.rest->>'skp', '') AS skp, r.akun_id, r.sekolah_id, r.batch_id, r.sheet, r.line, jsonb_build_object(
    'nomor', r.rest->>'nomor', 'bagian', r.rest->>'bagian', 'rhk', r.rest->>'rhk', 'rhk_pimpinan', r.rest->>'rhk_pimpinan',
    'aspek', r.rest->>'aspek', 'indikator', r.rest->>'indikator', 'target', r.rest->>'target') AS isi
  FROM record r
  WHERE r.instansi_id = %(instansi)s AND r.tahun = %(tahun)s AND r.side = 1 AND r.kind = 4 AND r.gone_batch IS NULL
    AND EXISTS (SELECT FROM siap WHERE kind = 2 AND NOT tarik)),
by_skp AS (SELECT skp, jsonb_agg(isi ORDER BY batch_id, sheet, line) AS isi FROM rhk WHERE skp IS NOT NULL GROUP BY 1),
by_place AS (SELECT akun_id, sekolah_id, jsonb_agg(isi ORDER BY batch_id, sheet, line) AS isi FROM rhk WHERE skp IS NULL AND akun_id IS NOT NULL GROUP BY 1, 2),
held AS (
  SELECT i.id AS entry_id, t.core, t.batch_id, a.nip, t.mulai, CASE WHEN i.kind = 2 THEN jsonb_build_object(
      'selesai', t.selesai, 'status', t.status, 'jabatan', t.rest->>'jabatan', 'plt', coalesce(t.plt, false), 'atasan_nip', t.penilai_nip)
    ELSE jsonb_build_object('hasil_kerja', t.hasil, 'perilaku_kerja', t.perilaku, 'predikat', t.predikat, 'penilai_nip', t.penilai_nip, 'tanggal', t.tanggal)
    END AS isi
  FROM siap i JOIN record t ON t.id = i.target_id LEFT JOIN akun a ON a.id = t.akun_id),
said AS (
  SELECT i.id AS entry_id, s.batch_id, s.mulai, i.kind = 3 AND s.status IS DISTINCT FROM 3 AS draf, CASE WHEN i.kind = 2 THEN jsonb_build_object(
      'selesai', s.selesai, 'status', 'persetujuan', 'jabatan', coalesce(s.rest->>'jabatan', a.jabatan, ''), 'plt', coalesce(s.plt, false),
      'atasan_nip', s.penilai_nip, 'pendekatan', 'kuantitatif', 'rhk', coalesce(k.isi, n.isi, '[]'))
    ELSE jsonb_build_object('hasil_kerja', s.hasil, 'perilaku_kerja', s.perilaku, 'predikat', s.predikat,
      'umpan_balik', coalesce(s.rest->>'umpan_balik', ''), 'penilai_nip', s.penilai_nip, 'tanggal', s.tanggal) END AS isi
  FROM siap i JOIN record s ON s.id = i.source_id LEFT JOIN akun a ON a.id = s.akun_id
  LEFT JOIN by_skp k ON i.kind = 2 AND k.skp = replace(s.native::text, '-', '')
  LEFT JOIN by_place n ON i.kind = 2 AND n.akun_id = s.akun_id AND n.sekolah_id = s.sekolah_id
  WHERE NOT i.tarik),
whole AS (
  SELECT i.id AS entry_id, i.orang_id, i.sekolah_id, i.kind, i.slot, i.tarik, i.pangkat, coalesce(h.nip, i.nip_orang) AS nip, o.npsn,
    CASE WHEN i.kind = 2 THEN coalesce(h.mulai, s.mulai) END AS mulai, CASE WHEN i.kind = 3 THEN i.slot %% 1000 ELSE 0 END::smallint AS kslot,
    i.source_core, i.target_core, i.base_core, i.source_id, i.target_id, s.batch_id AS source_batch, h.batch_id AS target_batch,
    h.core AS held_core, 0 AS versi, h.isi AS lama, s.isi AS baru, i.alasan, coalesce(s.draf, false) AS draf
  FROM siap i LEFT JOIN held h ON h.entry_id = i.id LEFT JOIN said s ON s.entry_id = i.id LEFT JOIN sekolah o ON o.id = i.sekolah_id)
SELECT (row_number() OVER (ORDER BY tarik, pangkat, CASE WHEN tarik THEN -kind ELSE kind END, sekolah_id, orang_id, slot, entry_id))::int AS urut, w.*,
  CASE WHEN nip IS NULL THEN 'tanpa_nip' WHEN npsn IS NULL THEN 'tanpa_npsn' WHEN draf THEN 'draf'
       WHEN row_number() OVER (PARTITION BY kind, nip, npsn, mulai, kslot ORDER BY tarik, slot, entry_id) > 1 THEN 'kembar' END AS tinggal
FROM whole w
