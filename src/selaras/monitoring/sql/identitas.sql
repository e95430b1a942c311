-- Who a person is on each side: the live accounts with the place that they name, and who rates him there.
SELECT a.sistem, a.nip, a.nama, nama_normal(coalesce(a.nama, '')) AS nama_normal, a.jabatan, jabatan_normal(coalesce(a.jabatan, '')) AS jabatan_normal,
  coalesce(u.nama, s.nama) AS unit, coalesce(a.sekolah_id, u.sekolah_id) AS sekolah_id, n.penilai_nip, coalesce(n.kepala, false) AS penilai_kepala,
  n.penilai_orang
FROM akun a LEFT JOIN unor u ON u.id = a.unor_id LEFT JOIN sekolah s ON s.id = coalesce(a.sekolah_id, u.sekolah_id)
LEFT JOIN LATERAL (
  SELECT r.penilai_nip, h.orang_id AS penilai_orang, p.kepala AND p.sekolah_id = (SELECT sekolah_id FROM potret WHERE orang_id = %(orang)s) AS kepala
  FROM record r LEFT JOIN akun h ON h.nip = r.penilai_nip AND h.instansi_id = r.instansi_id AND h.orang_id IS NOT NULL LEFT JOIN potret p ON p.orang_id = h.orang_id
  WHERE r.akun_id = a.id AND r.tahun = %(tahun)s AND r.kind IN (2, 3) AND r.gone_batch IS NULL AND r.penilai_nip IS NOT NULL AND NOT coalesce(r.plt, false)
  ORDER BY r.kind DESC, r.slot DESC, h.sistem DESC LIMIT 1) n ON true
WHERE a.orang_id = %(orang)s AND NOT a.usang ORDER BY a.sistem, a.id
