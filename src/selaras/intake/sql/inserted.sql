SELECT count(*) FILTER (WHERE kind = 4), count(*) FILTER (WHERE kind <> 4), count(*) FILTER (WHERE kind = 1) FROM stg;
