SELECT d.id, d.terbitan, d.isi, d.dibuat, d.dibuat_oleh FROM ek_dokumen d
WHERE d.instansi_id = %(instansi)s AND d.skp_id = %(skp)s AND d.slot = %(slot)s ORDER BY d.terbitan DESC LIMIT 1
