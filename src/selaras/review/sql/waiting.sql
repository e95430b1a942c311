-- Entries that wait for a person's word or could take one, with what is odd about each. That a Plt.'s SKP stays behind (S6) is nothing odd
-- about the one that is carried.
WITH catatan AS (
  SELECT f.scope, f.ref, array_agg(DISTINCT c.kode ORDER BY c.kode) AS kode
  FROM finding f JOIN code c ON c.id = f.code WHERE f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s AND f.scope IN (1, 2) AND c.weight = 0 AND c.kode <> 'S6' GROUP BY 1, 2)
SELECT e.id, e.orang_id, e.sekolah_id, e.source_core AS sumber, e.target_core AS sasaran, o.npsn, o.nama AS sekolah, p.nip, p.nama,
  p.kepala OR p.pengawas AS kepala, e.kind, e.slot %% 1000 AS slot, e.keadaan, c.kode,
  CASE WHEN e.kind = 3 AND t.id IS NOT NULL THEN jsonb_build_object('hasil_kerja', t.hasil, 'perilaku_kerja', t.perilaku, 'predikat', t.predikat) END AS lama,
  CASE WHEN s.id IS NULL THEN NULL WHEN e.kind = 2 THEN jsonb_build_object('jabatan', s.rest->>'jabatan', 'selesai', s.selesai)
       ELSE jsonb_build_object('hasil_kerja', s.hasil, 'perilaku_kerja', s.perilaku, 'predikat', s.predikat) END AS baru,
  k.putusan, k.alasan, k.oleh,
  array_remove(ARRAY[
    CASE WHEN s.id IS NULL THEN 'sudah ditarik di Ruang GTK' END,
    CASE WHEN e.target_core IS NOT NULL AND s.id IS NOT NULL THEN 'menimpa nilai e-Kinerja' END,
    CASE WHEN s.predikat > t.predikat THEN 'predikat turun' END,
    CASE WHEN s.predikat >= 3 THEN 'predikat di bawah Baik' END,
    CASE WHEN s.predikat = 1 AND EXISTS (SELECT FROM entry x JOIN record r ON r.id = x.source_id
              WHERE x.orang_id = e.orang_id AND x.tahun = e.tahun AND x.kind = 3 AND r.predikat > 2) THEN 'jauh dari periode lain' END,
    CASE WHEN e.kind = 3 AND s.penilai_nip IS NOT NULL AND NOT p.kepala AND NOT p.pengawas
          AND EXISTS (SELECT FROM potret h WHERE h.sekolah_id = e.sekolah_id AND h.kepala)
          AND NOT EXISTS (SELECT FROM potret h JOIN akun a ON a.orang_id = h.orang_id WHERE h.sekolah_id = e.sekolah_id AND h.kepala AND a.nip = s.penilai_nip)
         THEN 'penilai bukan kepala sekolah ini' END,
    CASE WHEN k.putusan = 2 THEN 'pernah dikembalikan: ' || k.alasan END,
    CASE WHEN n1.kode IS NOT NULL OR n2.kode IS NOT NULL THEN 'ada catatan ' || array_to_string(array_cat(n1.kode, n2.kode), ', ') END], NULL) AS janggal
FROM entry e JOIN potret p USING (orang_id) LEFT JOIN sekolah o ON o.id = e.sekolah_id LEFT JOIN code c ON c.id = e.code
LEFT JOIN record s ON s.id = coalesce(e.source_id, -e.id) LEFT JOIN record t ON t.id = coalesce(e.target_id, -e.id) LEFT JOIN LATERAL (SELECT * FROM telaah_berlaku t WHERE t.entry_id = e.id LIMIT 1) k ON true
LEFT JOIN catatan n1 ON n1.scope = 1 AND n1.ref = e.id LEFT JOIN catatan n2 ON n2.scope = 2 AND n2.ref = e.orang_id
WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND (c.kode IN ('M2', 'M3') OR e.keadaan = 5 OR %(diputuskan)s::boolean AND (e.keadaan = 2 OR k.putusan IS NOT NULL))
  AND (%(sekolah)s::int IS NULL OR e.sekolah_id = %(sekolah)s) AND (%(orang)s::int IS NULL OR e.orang_id = %(orang)s)
  AND (NOT %(hanya_kepala)s::boolean OR p.kepala OR p.pengawas OR p.sekolah_id IS DISTINCT FROM e.sekolah_id OR e.orang_id = ANY (%(plt)s::int[]))
