-- The slot of the next call, reserved for this worker, by the clock of the server that all workers share.
INSERT INTO laju AS l (instansi_id, connector, berikut) VALUES (%(instansi)s, %(connector)s, clock_timestamp() + %(langkah)s)
ON CONFLICT (instansi_id, connector) DO UPDATE SET berikut = greatest(l.berikut, clock_timestamp()) + %(langkah)s
RETURNING extract(epoch FROM berikut - %(langkah)s - clock_timestamp())::float8;
