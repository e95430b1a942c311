-- A school's people with what PMM says of them at this school. A person's PMM account is the one that its roster names last.
-- terisi: periods that PMM rates already, at any school.
SELECT coalesce(a.nip, g.rest->>'nip_asli', CASE WHEN g.rest IS NULL THEN p.nip END, '') AS nip, coalesce(g.rest->>'nama', p.nama, '') AS nama,
  p.mulai, t.kepegawaian, t.jenis_ptk, g.rest AS pegawai, s.skp, n.nilai, e.terisi
FROM potret p
LEFT JOIN LATERAL (
  SELECT k.id, k.nip FROM akun k WHERE k.orang_id = p.orang_id AND k.sistem = 1 ORDER BY k.terdaftar DESC, k.aktif DESC, k.id DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (
  SELECT r.rest FROM record r
  WHERE r.akun_id = a.id AND r.side = 1 AND r.kind = 1 AND r.tahun = 0 AND r.sekolah_id = p.sekolah_id AND r.gone_batch IS NULL
  ORDER BY r.per DESC, r.id DESC LIMIT 1) g ON true
CROSS JOIN LATERAL (SELECT max(k.kepegawaian) AS kepegawaian, max(k.jenis_ptk) AS jenis_ptk FROM akun k WHERE k.orang_id = p.orang_id) t
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('status', r.status, 'mulai', r.mulai, 'selesai', r.selesai, 'plt', r.plt, 'penilai', r.penilai_nip,
           'tanggal', r.tanggal, 'lain', r.rest) ORDER BY r.mulai, r.id), '[]') AS skp
  FROM record r WHERE r.akun_id = a.id AND r.side = 1 AND r.kind = 2 AND r.tahun = %(tahun)s AND r.sekolah_id = p.sekolah_id AND r.gone_batch IS NULL) s
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('slot', r.slot, 'hasil', r.hasil, 'perilaku', r.perilaku, 'predikat', r.predikat, 'status', r.status,
           'penilai', r.penilai_nip, 'tanggal', r.tanggal, 'lain', r.rest) ORDER BY r.slot, r.id), '[]') AS nilai
  FROM record r WHERE r.akun_id = a.id AND r.side = 1 AND r.kind = 3 AND r.tahun = %(tahun)s AND r.sekolah_id = p.sekolah_id AND r.gone_batch IS NULL) n
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(DISTINCT x.slot %% 1000), '{}') AS terisi
  FROM entry x WHERE x.orang_id = p.orang_id AND x.tahun = %(tahun)s AND x.kind = 3 AND x.source_id IS NOT NULL) e
WHERE p.sekolah_id = %(sekolah)s AND p.aktif
ORDER BY p.nama, p.orang_id;
