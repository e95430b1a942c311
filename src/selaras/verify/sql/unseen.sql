-- Operations that were answered, or settled by reading, and have no evidence yet.
SELECT o.id, o.seq, o.entry_id, o.kunci, o.kind, o.nip, o.tahun, o.npsn, o.mulai, o.slot, o.versi, o.baru, o.alasan, o.source_core, o.target_core
FROM operation o
WHERE o.plan_id = %(plan)s AND o.seq > %(sesudah)s AND o.status IN (2, 3) AND NOT EXISTS (SELECT FROM evidence v WHERE v.operation_id = o.id)
ORDER BY o.seq LIMIT %(n)s;
