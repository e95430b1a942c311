SELECT n.skp_id, n.id, n.slot, n.status, n.hasil, n.perilaku, n.predikat, n.umpan_balik, p.nama AS penilai, n.dinilai, n.ditetapkan,
  k.dikirim, o.nama AS dikirim_oleh, k.dibaca
FROM pm_penilaian n LEFT JOIN pm_pegawai p ON p.id = n.penilai_id LEFT JOIN pm_kiriman k ON k.penilaian_id = n.id AND k.ditarik IS NULL
LEFT JOIN pm_pegawai o ON o.id = k.dikirim_oleh
WHERE n.skp_id = ANY(%(skp)s) ORDER BY n.skp_id, n.slot
