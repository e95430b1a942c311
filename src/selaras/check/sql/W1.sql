-- A pengawas whose rater has no SKP in the report that covers everybody.
SELECT DISTINCT 2 AS scope, p.orang_id::bigint AS ref, '{}'::jsonb AS detail
FROM potret p JOIN entry e ON e.orang_id = p.orang_id AND e.tahun = %(tahun)s AND e.kind = 2 AND e.target_id IS NULL
JOIN record r ON r.id = e.source_id
WHERE p.instansi_id = %(instansi)s AND p.pengawas AND r.penilai_nip IS NOT NULL
  AND EXISTS (SELECT FROM live_coverage c WHERE c.side = 2 AND c.kind = 2 AND c.tahun = %(tahun)s AND c.semua)
  AND NOT EXISTS (SELECT FROM akun a JOIN record t ON t.akun_id = a.id AND t.side = 2 AND t.kind = 2 AND t.gone_batch IS NULL WHERE a.nip = r.penilai_nip)
  AND NOT EXISTS (SELECT FROM baris b JOIN batch k ON k.id = b.batch_id AND k.diganti_oleh IS NULL AND k.side = 2 WHERE b.kelas = 3 AND b.nip = r.penilai_nip)
