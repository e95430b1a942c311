-- Both sides of a year, as last read: how many entries that PMM speaks of are equal, different, not seen on e-Kinerja.
SELECT count(*) FILTER (WHERE e.source_core = e.target_core),
       count(*) FILTER (WHERE e.target_core IS NOT NULL AND e.source_core <> e.target_core),
       count(*) FILTER (WHERE e.target_core IS NULL),
       count(*) FILTER (WHERE e.keadaan = 4 AND e.source_core IS DISTINCT FROM e.target_core),
       (SELECT count(DISTINCT o.entry_id) FROM operation o JOIN plan p ON p.id = o.plan_id
        WHERE p.instansi_id = %(instansi)s AND p.tahun = %(tahun)s AND o.status = 7)
FROM entry e WHERE e.instansi_id = %(instansi)s AND e.tahun = %(tahun)s AND e.source_core IS NOT NULL AND e.excluded IS NULL;
