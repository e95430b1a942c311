-- A batch that speaks for the same (or the same file mended: same name, rows in common) takes the place of the earlier one,
-- whose coverage it inherits as far as unchanged rows were skipped without being parsed.
UPDATE batch b SET diganti_oleh = %(batch)s
FROM batch n
WHERE n.id = %(batch)s AND b.instansi_id = %(instansi)s AND b.id < n.id AND b.connector = %(connector)s AND b.diganti_oleh IS NULL
  AND b.closed_at IS NOT NULL AND (b.tanda = %(tanda)s OR (b.berkas = n.berkas AND %(same)s > 0));

INSERT INTO coverage(batch_id, side, kind, tahun, slot, sekolah_id, unor_id, complete)
SELECT %(batch)s, c.side, c.kind, c.tahun, c.slot, c.sekolah_id, c.unor_id, c.complete
FROM coverage c JOIN batch b ON b.id = c.batch_id
WHERE b.diganti_oleh = %(batch)s AND %(same)s > 0 AND NOT c.complete
EXCEPT
SELECT batch_id, side, kind, tahun, slot, sekolah_id, unor_id, complete FROM coverage WHERE batch_id = %(batch)s;

UPDATE baris b SET cleared_batch = %(batch)s
FROM batch k, record r, akun a
WHERE k.id = b.batch_id AND k.connector = %(connector)s AND k.instansi_id = %(instansi)s AND k.id < %(batch)s
  AND b.kelas = 1 AND b.cleared_batch IS NULL AND b.nip IS NOT NULL
  AND a.nip = b.nip AND a.instansi_id = %(instansi)s AND r.akun_id = a.id AND r.batch_id = %(batch)s AND r.kind = b.kind
  AND (b.tahun IS NULL OR r.tahun = b.tahun) AND (b.slot IS NULL OR r.slot = b.slot);
