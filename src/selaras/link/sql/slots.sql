CREATE TEMP TABLE slot_tahun(slot smallint, mulai date, selesai date, wajib boolean, semester smallint) ON COMMIT DROP;
