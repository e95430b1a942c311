-- Versions that this batch replaced: their hashes, and whose record it is.
SELECT o.id, replace(o.raw_hash::text, '-', '') FROM stg_old o
JOIN batch b ON b.id = o.batch_id AND b.connector = %(connector)s
JOIN record r ON r.id = o.id AND r.batch_id = %(batch)s AND r.raw_hash <> o.raw_hash;
