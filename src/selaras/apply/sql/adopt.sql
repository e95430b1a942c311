-- Operations whose effect is not known, taken over for reading: unknown ones, and intents whose worker is dead.
WITH hidup AS (
  SELECT objid::bigint::int AS pekerja FROM pg_locks
  WHERE locktype = 'advisory' AND classid = %(kelas)s AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
pilih AS (
  SELECT id FROM operation
  WHERE plan_id = %(plan)s AND status IN (1, 9)
    AND (pekerja IS NULL OR pekerja = %(pekerja)s OR pekerja NOT IN (SELECT pekerja FROM hidup))
  ORDER BY seq FOR UPDATE SKIP LOCKED)
UPDATE operation o SET status = 9, pekerja = %(pekerja)s, run_id = %(pekerja)s, pada = %(now)s
FROM pilih WHERE o.id = pilih.id
RETURNING o.id, o.seq, o.entry_id, o.kunci, o.kind, o.nip, o.tahun, o.npsn, o.mulai, o.slot, o.versi, o.baru, o.alasan,
  o.source_core, o.target_core;
