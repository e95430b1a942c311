-- Takes effect once per part, also when a part is sent again after a kill.
UPDATE sinkron SET sisa = array_remove(sisa, %(bagian)s),
       angka = angka || coalesce(%(angka)s::jsonb, '{}')
WHERE id = %(sinkron)s AND %(bagian)s = ANY(sisa)
RETURNING cardinality(sisa)
