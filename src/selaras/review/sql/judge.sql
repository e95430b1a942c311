-- Why this person may not say this word about an entry; NULL where he may. One line per entry asked for.
SELECT e.id, e.source_core, e.target_core,
  CASE WHEN e.id IS NULL THEN 'tidak_ada'
       WHEN e.orang_id = %(oleh_orang)s::int THEN 'milik_sendiri'
       WHEN %(sekolah)s::int IS NOT NULL AND e.sekolah_id IS DISTINCT FROM %(sekolah)s::int THEN 'sekolah_lain'
       WHEN %(sebagai)s::text <> 'admin' AND (p.kepala OR p.pengawas) THEN 'milik_kepala'
       WHEN e.open_op IS NOT NULL THEN 'sedang_dikirim'
       WHEN e.excluded IS NOT NULL THEN 'dikecualikan'
       WHEN EXISTS (SELECT FROM laporan_akhir l WHERE l.sekolah_id = e.sekolah_id AND l.tahun = e.tahun AND l.dibuka_pada IS NULL) THEN 'terkunci'
       WHEN e.source_core = e.target_core THEN 'sudah_sama'
       WHEN %(putusan)s::int = 1 THEN CASE
         WHEN k.putusan IN (1, 3) THEN 'sudah_disetujui'
         WHEN d.kode IS NOT NULL THEN 'berbeda'
         WHEN e.source_core IS NULL THEN 'tanpa_isi'
         WHEN c.kode NOT IN ('M2', 'M3') OR c.kode IS NULL THEN 'tertahan' END
       WHEN %(putusan)s::int = 2 THEN CASE WHEN e.source_core IS NULL THEN 'tanpa_isi' WHEN k.putusan = 2 THEN 'sudah_dikembalikan' END
       WHEN %(putusan)s::int = 3 THEN CASE WHEN d.kode IS NULL OR d.kode = 'D3' THEN 'tidak_berbeda' WHEN k.putusan = 3 THEN 'sudah_disetujui' END
       WHEN %(putusan)s::int = 4 THEN CASE WHEN d.kode IS NULL THEN 'tidak_berbeda' WHEN k.putusan = 4 THEN 'sudah_disetujui' END
       WHEN %(putusan)s::int = 5 THEN CASE WHEN d.kode IS DISTINCT FROM 'D3' THEN 'tidak_ditarik' WHEN k.putusan = 5 THEN 'sudah_disetujui' END
  END AS sebab, w.id AS diminta
FROM unnest(%(entri)s::bigint[]) AS w(id)
LEFT JOIN entry e ON e.id = w.id AND e.instansi_id = %(instansi)s AND e.tahun = %(tahun)s
LEFT JOIN potret p ON p.orang_id = e.orang_id LEFT JOIN code c ON c.id = e.code LEFT JOIN LATERAL (SELECT * FROM telaah_berlaku t WHERE t.entry_id = e.id LIMIT 1) k ON true
LEFT JOIN LATERAL (SELECT max(x.kode) AS kode FROM finding f JOIN code x ON x.id = f.code
                   WHERE f.tahun = %(tahun)s AND f.scope = 1 AND f.ref = e.id AND x.kode IN ('D1', 'D2', 'D3')) d ON true
