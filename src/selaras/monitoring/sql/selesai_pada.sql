SELECT count(*) FROM (
  SELECT e.orang_id FROM entry e
  LEFT JOIN LATERAL (SELECT h.now FROM entry_history h JOIN run r ON r.id = h.run_id WHERE h.entry_id = e.id AND r.per <= %(pada)s ORDER BY h.run_id DESC LIMIT 1) h ON true
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s GROUP BY 1 HAVING bool_and(coalesce(h.now, 0) IN (1, 8))) x;
