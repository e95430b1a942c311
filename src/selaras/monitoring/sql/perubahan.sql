-- Entries whose being done changed between a data date and now. Kembali: done then, open before that, open again.
WITH s AS (
  SELECT e.id, e.orang_id, e.kind, e.slot, e.sekolah_id, e.keadaan, e.code, h.now AS dulu, h.code AS kode_dulu,
         EXISTS (SELECT FROM entry_history o JOIN run q ON q.id = o.run_id WHERE o.entry_id = e.id AND q.per <= %(sejak)s
                 AND o.run_id < h.run_id AND o.now NOT IN (1, 8)) AS pernah
  FROM entry e
  LEFT JOIN LATERAL (SELECT h.now, h.code, h.run_id FROM entry_history h JOIN run r ON r.id = h.run_id
                     WHERE h.entry_id = e.id AND r.per <= %(sejak)s ORDER BY h.run_id DESC LIMIT 1) h ON true
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND (%(sekolah)s::int IS NULL OR e.sekolah_id = %(sekolah)s)
    AND (%(orang)s::int IS NULL OR e.orang_id = %(orang)s)),
c AS (
  SELECT *, CASE WHEN keadaan IN (1, 8) AND dulu NOT IN (1, 8) THEN 'selesai'
                 WHEN keadaan NOT IN (1, 8) AND dulu IN (1, 8) AND pernah THEN 'kembali'
                 WHEN keadaan NOT IN (1, 8) AND (dulu IS NULL OR dulu IN (1, 8) OR code IS DISTINCT FROM kode_dulu) THEN 'baru' END AS jenis
  FROM s)
SELECT c.jenis, k.kode, p.nip, p.nama, q.npsn, q.nama AS sekolah, array_agg(c.slot %% 1000 ORDER BY c.slot) FILTER (WHERE c.kind = 3) AS slots, bool_or(c.kind = 2) AS skp
FROM c JOIN potret p USING (orang_id) LEFT JOIN sekolah q ON q.id = c.sekolah_id
LEFT JOIN code k ON k.id = CASE WHEN c.jenis = 'selesai' THEN c.kode_dulu ELSE c.code END
WHERE c.jenis IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 6, 4;
