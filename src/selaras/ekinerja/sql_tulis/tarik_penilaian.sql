WITH o AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(id uuid, alasan text))
UPDATE ek_penilaian n SET ditarik = %(waktu)s, alasan = o.alasan, versi = n.versi + 1, diubah = %(waktu)s
FROM o WHERE n.id = o.id AND n.id = ANY(ARRAY(SELECT id FROM o))
