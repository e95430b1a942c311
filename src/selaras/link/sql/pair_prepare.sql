CREATE TEMP TABLE pasangan(
  kind smallint, orang_id int, slot smallint, plt boolean, sekolah_id int, source_id bigint, target_id bigint,
  source_core uuid, target_core uuid, expected boolean) ON COMMIT DROP;
