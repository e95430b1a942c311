-- Activities, and kinds or periods that the target cannot show: records that carry no entry, counted once per derivation.
DELETE FROM dicatat WHERE instansi_id = %(instansi)s AND tahun = %(tahun)s;

INSERT INTO dicatat(instansi_id, tahun, sekolah_id, n)
SELECT %(instansi)s, %(tahun)s, r.sekolah_id, count(*)
FROM record r
WHERE r.instansi_id = %(instansi)s AND r.tahun = %(tahun)s AND r.side = 1 AND r.gone_batch IS NULL AND r.kind IN (3, 9)
  AND NOT EXISTS (SELECT FROM entry e WHERE e.source_id = r.id)
GROUP BY r.sekolah_id;
