-- A batch that speaks for the same (or the same file mended: same name, rows in common) takes the place of the earlier one,
-- whose coverage it inherits as far as unchanged rows were skipped without being parsed.
UPDATE batch b SET diganti_oleh = %(batch)s
FROM batch n
WHERE n.id = %(batch)s AND b.instansi_id = %(instansi)s AND b.id < n.id AND b.connector = %(connector)s AND b.diganti_oleh IS NULL
  AND b.closed_at IS NOT NULL AND (b.tanda = %(tanda)s OR (b.berkas = n.berkas AND %(same)s > 0
    AND NOT EXISTS (                                        -- a part under the name of the whole leaves the whole in force
      SELECT FROM coverage c WHERE c.batch_id = b.id AND c.complete AND NOT EXISTS (
        SELECT FROM coverage d WHERE d.batch_id = n.id AND d.side = c.side AND d.kind = c.kind AND d.tahun = c.tahun
          AND d.slot IS NOT DISTINCT FROM c.slot
          AND (d.sekolah_id IS NULL AND d.unor_id IS NULL OR d.sekolah_id = c.sekolah_id OR d.unor_id = c.unor_id)))));

INSERT INTO coverage(batch_id, side, kind, tahun, slot, sekolah_id, unor_id, complete)
SELECT %(batch)s, c.side, c.kind, c.tahun, c.slot, c.sekolah_id, c.unor_id, c.complete
FROM coverage c JOIN batch b ON b.id = c.batch_id
WHERE b.diganti_oleh = %(batch)s AND %(same)s > 0 AND NOT c.complete
EXCEPT
SELECT batch_id, side, kind, tahun, slot, sekolah_id, unor_id, complete FROM coverage WHERE batch_id = %(batch)s;
