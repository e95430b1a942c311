-- What is owed although nobody has said anything yet (S1, R1), and what an unreadable row was about (R4, G2).
WITH p AS (
  SELECT * FROM potret WHERE instansi_id = %(instansi)s AND (aktif OR di_pmm OR di_dapodik) AND (mulai IS NULL OR mulai <= %(per)s)),
skp AS (
  SELECT x.orang_id, r.mulai, r.selesai FROM pasangan x JOIN record r ON r.id IN (x.source_id, x.target_id) WHERE x.kind = 2 AND NOT x.plt),
owed AS (
  SELECT 2 AS kind, p.orang_id, 0 AS slot, p.sekolah_id FROM p
  WHERE (p.mulai IS NULL OR extract(year FROM p.mulai) <= %(tahun)s)
    AND NOT EXISTS (SELECT FROM skp WHERE skp.orang_id = p.orang_id)
  UNION
  SELECT 3, p.orang_id, t.slot, p.sekolah_id
  FROM p CROSS JOIN slot_tahun t
  WHERE t.wajib AND t.selesai <= %(per)s
    AND CASE WHEN EXISTS (SELECT FROM skp WHERE skp.orang_id = p.orang_id)
             THEN EXISTS (SELECT FROM skp WHERE skp.orang_id = p.orang_id AND skp.mulai <= t.selesai AND skp.selesai >= t.mulai)
             ELSE p.mulai IS NULL OR p.mulai <= t.selesai END
  UNION
  SELECT b.kind, p.orang_id, b.slot, p.sekolah_id
  FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL JOIN akun a ON a.nip = b.nip AND a.instansi_id = %(instansi)s
  JOIN p ON p.orang_id = a.orang_id
  WHERE b.kelas = 1 AND b.kind IN (2, 3) AND b.tahun = %(tahun)s AND b.slot IS NOT NULL AND b.cleared_batch IS NULL
    AND (b.kind = 2 OR EXISTS (SELECT FROM slot_tahun t WHERE t.slot = b.slot)))
INSERT INTO pasangan
SELECT o.kind, o.orang_id, o.slot, false, o.sekolah_id, NULL, NULL, NULL, NULL, true FROM owed o
WHERE NOT EXISTS (SELECT FROM pasangan x WHERE x.kind = o.kind AND x.orang_id = o.orang_id AND x.slot %% 1000 = o.slot AND NOT x.plt);
