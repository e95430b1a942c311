-- Facts about exclusion: a person's decision in force, or the rule that a Plt./Plh. row is not carried (S6).
UPDATE entry e SET excluded = x.excluded
FROM (
  SELECT e.id, CASE WHEN EXISTS (SELECT FROM pengecualian p WHERE p.orang_id = e.orang_id AND p.dicabut_run IS NULL
                                 AND p.mulai <= greatest(e.due, %(per)s) AND coalesce(p.sampai, 'infinity') >= coalesce(e.due, %(per)s)) THEN 1
                    WHEN e.plt THEN 2 END::smallint AS excluded
  FROM entry e
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
    AND (e.plt OR e.excluded IS NOT NULL OR EXISTS (SELECT FROM pengecualian p WHERE p.orang_id = e.orang_id AND p.dicabut_run IS NULL))) x
WHERE x.id = e.id AND e.excluded IS DISTINCT FROM x.excluded;
