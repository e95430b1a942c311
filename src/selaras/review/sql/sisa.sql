-- What still stands in the way of the final report of a school: per state and code, entries and people.
SELECT e.keadaan, c.kode, count(*)::int AS isian, count(DISTINCT e.orang_id)::int AS orang
FROM entry e LEFT JOIN code c ON c.id = e.code
WHERE e.sekolah_id = %(sekolah)s AND e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.keadaan NOT IN (1, 8)
GROUP BY 1, 2 ORDER BY 3 DESC, 2
