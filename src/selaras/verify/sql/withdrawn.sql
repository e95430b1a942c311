-- Entries that the target was seen to hold nothing of: what it said before is withdrawn, by a batch that read no row.
WITH k AS (
  INSERT INTO batch(run_id, instansi_id, side, connector, berkas, lembar, file_digest, per, tanda,
    n_read, n_new, n_changed, n_same, n_duplicate, n_child, n_outside, n_rejected, n_gone, closed_at)
  SELECT %(run)s, %(instansi)s, 2, 'ekinerja_laporan_penilaian', %(berkas)s, '{}', %(digest)s, %(per)s, 'baca ulang ' || gen_random_uuid(),
    0, 0, 0, 0, 0, 0, 0, 0, x.n, %(now)s
  FROM (SELECT count(*) AS n FROM entry e JOIN record r ON r.id = e.target_id AND r.gone_batch IS NULL WHERE e.id = ANY(%(entry)s)) x
  WHERE x.n > 0
  RETURNING id)
UPDATE record r SET gone_batch = k.id, per = %(per)s FROM k, entry e WHERE e.id = ANY(%(entry)s) AND r.id = e.target_id AND r.gone_batch IS NULL;
