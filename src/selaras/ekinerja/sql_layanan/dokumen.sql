-- Everything that the printed dokumen evaluasi says, as it is at this moment.
SELECT jsonb_build_object('penilaian', to_jsonb(v) - '_id' - '_instansi' - '_tahun' - '_periode' - '_slot' - '_versi', 'versi', v._versi,
  'umpan_balik', coalesce(n.umpan_balik, ''), 'rhk', coalesce((
    SELECT jsonb_agg(jsonb_build_object('nomor', r.nomor, 'bagian', r.bagian, 'rhk', r.rhk, 'rhk_pimpinan', r.rhk_pimpinan, 'aspek', r.aspek,
        'indikator', r.indikator, 'target', r.target, 'realisasi', (SELECT e.realisasi FROM ek_realisasi e WHERE e.rhk_id = r.id AND e.periode_id = n.periode_id),
        'bukti', coalesce((SELECT jsonb_agg(jsonb_build_object('judul', b.judul, 'tautan', b.tautan) ORDER BY b.id)
          FROM ek_bukti b WHERE b.rhk_id = r.id AND b.periode_id = n.periode_id), '[]')) ORDER BY r.urut)
    FROM ek_rhk r WHERE r.skp_id = n.skp_id AND r.ditarik IS NULL), '[]'))::text
FROM ek_penilaian n JOIN ek_laporan_penilaian v ON v._id = n.id
WHERE n.skp_id = %(skp)s AND n.slot = %(slot)s AND n.instansi_id = %(instansi)s
