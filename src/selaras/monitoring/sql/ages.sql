-- Per kind of report: the newest day of the data, how many files stand for it, rows read and refused.
SELECT connector, max(per) AS per, count(*)::int AS berkas, sum(n_read)::int AS dibaca, sum(n_rejected)::int AS ditolak
FROM batch WHERE instansi_id = %(instansi)s AND closed_at IS NOT NULL AND diganti_oleh IS NULL
GROUP BY connector ORDER BY 2 DESC, 1;
