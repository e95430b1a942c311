-- A school whose roster names no head, and no Plt. is recorded in e-Kinerja. Where Selaras writes there, the decree under which
-- somebody approves for the school is that record.
SELECT 3 AS scope, s.id::bigint AS ref, '{}'::jsonb AS detail
FROM sekolah s
WHERE s.instansi_id = %(instansi)s
  AND EXISTS (SELECT FROM potret p WHERE p.sekolah_id = s.id AND (p.di_pmm OR p.di_dapodik))
  AND EXISTS (SELECT FROM potret p WHERE p.instansi_id = %(instansi)s AND p.kepala)
  AND NOT EXISTS (SELECT FROM potret p WHERE p.sekolah_id = s.id AND p.kepala AND p.aktif)
  AND NOT EXISTS (
    SELECT FROM entry e JOIN record r ON r.id = e.target_id JOIN unor u ON u.id = r.unor_id
    WHERE e.tahun = %(tahun)s AND e.kind = 2 AND e.plt AND u.sekolah_id = s.id)
  AND NOT EXISTS (
    SELECT FROM ac_peran r JOIN instansi i ON i.id = r.instansi_id AND NOT i.hanya_baca
    WHERE r.jenis = 'kepala' AND r.sekolah_id = s.id AND r.dicabut IS NULL AND %(hari_ini)s BETWEEN r.mulai AND coalesce(r.sampai, 'infinity'))
