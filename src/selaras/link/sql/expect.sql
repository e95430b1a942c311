-- What is owed although nobody has said anything yet (S1, R1), and what an unreadable row was about (R4, G2).
WITH p AS (
  SELECT * FROM potret WHERE instansi_id = %(instansi)s AND (aktif AND (di_siasn OR di_ekinerja) OR di_pmm OR di_dapodik) AND (mulai IS NULL OR mulai <= %(per)s)),
spell AS (SELECT orang_id, mulai, selesai FROM skp WHERE NOT plt AND nth < 5),
has_skp AS (SELECT DISTINCT orang_id FROM spell),
within AS (SELECT DISTINCT s.orang_id, t.slot FROM spell s JOIN slot_tahun t ON s.mulai <= t.selesai AND s.selesai >= t.mulai),
owed AS (
  SELECT 2 AS kind, p.orang_id, 0 AS slot, p.sekolah_id FROM p
  WHERE (p.mulai IS NULL OR extract(year FROM p.mulai) <= %(tahun)s)
    AND NOT EXISTS (SELECT FROM has_skp h WHERE h.orang_id = p.orang_id)
  UNION ALL
  SELECT 3, p.orang_id, t.slot, p.sekolah_id
  FROM p CROSS JOIN slot_tahun t LEFT JOIN has_skp h USING (orang_id) LEFT JOIN within w USING (orang_id, slot)
  WHERE t.wajib AND t.selesai <= %(per)s
    AND CASE WHEN h.orang_id IS NOT NULL THEN w.orang_id IS NOT NULL ELSE p.mulai IS NULL OR p.mulai <= t.selesai END
  UNION ALL
  SELECT b.kind, p.orang_id, b.slot, p.sekolah_id
  FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL JOIN akun a ON a.nip = b.nip AND a.instansi_id = %(instansi)s
  JOIN p ON p.orang_id = a.orang_id
  WHERE b.kelas = 1 AND b.kind IN (2, 3) AND b.tahun = %(tahun)s AND b.slot IS NOT NULL AND b.cleared_batch IS NULL
    AND (b.kind = 2 OR EXISTS (SELECT FROM slot_tahun t WHERE t.slot = b.slot)))
INSERT INTO pasangan
SELECT DISTINCT o.kind, o.orang_id, o.slot, false, o.sekolah_id, NULL::bigint, NULL::bigint, NULL::uuid, NULL::uuid, true FROM owed o
WHERE NOT EXISTS (SELECT FROM pasangan x WHERE x.kind = o.kind AND x.orang_id = o.orang_id AND x.slot %% 1000 = o.slot AND NOT x.plt);
