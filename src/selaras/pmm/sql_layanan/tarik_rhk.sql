-- Lines that the new list no longer has at their place.
UPDATE pm_rhk r SET ditarik = %(waktu)s
WHERE r.skp_id = %(skp)s AND r.ditarik IS NULL AND NOT EXISTS (
  SELECT FROM jsonb_to_recordset(%(rhk)s::jsonb) AS o(ke smallint) WHERE o.ke = r.ke)
