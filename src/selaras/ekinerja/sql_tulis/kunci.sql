-- One writer per person at a time, taken in one order so that two calls never wait for each other. Ends with the transaction.
SELECT pg_advisory_xact_lock(k) FROM (SELECT DISTINCT hashtextextended('ek:' || orang, %(instansi)s) AS k FROM unnest(%(nip)s::text[]) AS orang ORDER BY 1) AS urut
