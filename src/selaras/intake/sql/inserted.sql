SELECT count(*) FILTER (WHERE kind = 4), count(*) FILTER (WHERE kind <> 4) FROM stg;
