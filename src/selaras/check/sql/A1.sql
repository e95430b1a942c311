-- The rater differs between the sides for that period. A period not pulled yet is held too when the latest pulled one was wrong.
-- Without PMM: another rater than the head of the school by the roster, unless most of the school's rows of that period agree on him.
WITH both_sides AS (
  SELECT e.id, e.orang_id, e.slot, s.penilai_nip AS pmm, t.penilai_nip AS ekinerja
  FROM entry e LEFT JOIN record s ON s.id = coalesce(e.source_id, -e.id) LEFT JOIN record t ON t.id = coalesce(e.target_id, -e.id)
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt),
wrong AS (
  SELECT id, orang_id, slot, ekinerja FROM both_sides
  WHERE pmm IS NOT NULL AND ekinerja IS NOT NULL AND pmm <> ekinerja AND NOT same_person(pmm, ekinerja, %(instansi)s)),
latest AS (
  SELECT DISTINCT ON (orang_id) orang_id, slot, id FROM both_sides WHERE ekinerja IS NOT NULL ORDER BY orang_id, slot DESC),
heads AS (
  SELECT e.id, t.penilai_nip AS ekinerja, count(*) OVER (PARTITION BY p.sekolah_id, e.slot) AS n,
         count(*) OVER (PARTITION BY p.sekolah_id, e.slot, t.penilai_nip) AS same, p.sekolah_id
  FROM entry e JOIN record t ON t.id = e.target_id JOIN potret p USING (orang_id)
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.kind = 3 AND NOT e.plt AND e.source_id IS NULL AND NOT p.kepala AND NOT p.pengawas
    AND t.penilai_nip IS NOT NULL AND p.sekolah_id IS NOT NULL)
SELECT 1 AS scope, id AS ref, jsonb_build_object('slot', slot) AS detail FROM wrong
UNION
SELECT 1, b.id, jsonb_build_object('slot', b.slot)
FROM both_sides b JOIN latest l USING (orang_id) JOIN wrong w ON w.id = l.id
WHERE b.ekinerja IS NULL AND b.pmm IS DISTINCT FROM w.ekinerja AND b.slot > l.slot AND b.pmm IS NOT NULL
UNION
SELECT 1, h.id, '{}'
FROM heads h
WHERE h.same * 2 <= h.n AND EXISTS (SELECT FROM potret k WHERE k.sekolah_id = h.sekolah_id AND k.kepala)
  AND NOT EXISTS (SELECT FROM potret k JOIN akun a ON a.orang_id = k.orang_id WHERE k.sekolah_id = h.sekolah_id AND k.kepala AND a.nip = h.ekinerja)
  AND NOT EXISTS (SELECT FROM live_coverage c WHERE c.side = 1 AND c.kind = 3)
