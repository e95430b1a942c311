SELECT DISTINCT b.nama, b.nip, coalesce(s.nama, u.nama, b.place) AS sekolah, b.keterangan
FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL
LEFT JOIN sekolah s ON s.instansi_id = k.instansi_id AND s.npsn = b.place LEFT JOIN unor u ON u.instansi_id = k.instansi_id AND u.native = b.place
WHERE k.instansi_id = %(instansi)s AND b.kelas = 3
  AND NOT EXISTS (SELECT FROM akun a WHERE a.nip = b.nip AND a.instansi_id = k.instansi_id AND a.orang_id IS NOT NULL)
ORDER BY 3, 1;
