-- What the target holds right now against what the ledger read: whoever moved in between is left out.
UPDATE calon c SET versi = h.versi,
  tinggal = CASE WHEN h.core IS NOT DISTINCT FROM c.held_core THEN NULL WHEN h.core = c.source_core THEN 'sudah_sama' ELSE 'berubah' END
FROM terpegang h WHERE h.urut = c.urut
