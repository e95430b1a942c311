-- One operation per entry that goes, and the one that must stand first.
WITH ops AS (SELECT c.*, (row_number() OVER (ORDER BY urut))::int AS seq FROM calon c WHERE tinggal IS NULL),
own AS (SELECT orang_id, sekolah_id, min(seq) AS seq FROM ops WHERE kind = 2 AND NOT tarik GROUP BY 1, 2),
any_own AS (SELECT orang_id, min(seq) AS seq FROM own GROUP BY 1),
head AS (SELECT sekolah_id, min(seq) AS seq FROM ops WHERE kind = 2 AND NOT tarik AND pangkat = 1 GROUP BY 1),
ratings AS (SELECT orang_id, max(seq) AS seq FROM ops WHERE kind = 3 AND tarik GROUP BY 1)
INSERT INTO operation(plan_id, seq, entry_id, sekolah_id, kunci, kind, nip, tahun, npsn, mulai, slot, source_core, target_core, base_core,
  source_record, target_record, source_batch, target_batch, versi, lama, baru, alasan, needs)
SELECT %(plan)s, o.seq, o.entry_id, o.sekolah_id, gen_random_uuid(), o.kind, o.nip, %(tahun)s, o.npsn, o.mulai, o.kslot, o.source_core, o.target_core,
  o.base_core, o.source_id, o.target_id, o.source_batch, o.target_batch, o.versi, o.lama, o.baru, o.alasan,
  CASE WHEN o.tarik AND o.kind = 2 THEN r.seq WHEN o.tarik THEN NULL WHEN o.kind = 3 THEN coalesce(s.seq, a.seq) WHEN o.pangkat = 2 THEN h.seq END
FROM ops o LEFT JOIN own s USING (orang_id, sekolah_id) LEFT JOIN any_own a USING (orang_id) LEFT JOIN head h USING (sekolah_id)
LEFT JOIN ratings r USING (orang_id)
ORDER BY o.seq
