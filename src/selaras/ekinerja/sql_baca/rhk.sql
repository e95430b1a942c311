SELECT r.id, r.nomor, r.bagian, r.rhk, r.rhk_pimpinan, r.aspek, r.indikator, r.target FROM ek_rhk r
WHERE r.instansi_id = %(instansi)s AND r.skp_id = %(skp)s AND r.ditarik IS NULL ORDER BY r.urut
