-- Refusals that a person says have been dealt with: they are let go, and the value may be sent again.
WITH lepas AS (
  UPDATE operation o SET dilepas = %(alasan)s FROM plan p, entry e
  WHERE p.id = o.plan_id AND e.id = o.entry_id AND p.instansi_id = %(instansi)s AND p.tahun = %(tahun)s AND o.status = 7 AND o.dilepas IS NULL
    AND (%(sekolah)s::int IS NULL OR e.sekolah_id = %(sekolah)s) AND (%(orang)s::int IS NULL OR e.orang_id = %(orang)s)
  RETURNING o.entry_id),
bebas AS (UPDATE entry e SET refused_of = NULL FROM lepas l WHERE e.id = l.entry_id)
SELECT count(DISTINCT entry_id) FROM lepas;
