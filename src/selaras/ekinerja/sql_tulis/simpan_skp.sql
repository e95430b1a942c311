INSERT INTO ek_skp(id, instansi_id, pegawai_id, tahun, unor_id, mulai, selesai, pendekatan, status, jabatan, plt, atasan_nip, versi, created_at, diubah)
SELECT o.id, %(instansi)s, o.pegawai, o.tahun, o.unor, o.mulai, o.selesai, o.pendekatan, o.status, o.jabatan, o.plt, nullif(o.atasan_nip, ''), o.versi,
  %(waktu)s, %(waktu)s
FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(id uuid, pegawai uuid, tahun smallint, unor text, mulai date, selesai date, pendekatan text,
  status text, jabatan text, plt boolean, atasan_nip text, versi int)
ON CONFLICT (id) DO UPDATE SET (selesai, pendekatan, status, jabatan, plt, atasan_nip, versi, diubah) =
  (EXCLUDED.selesai, EXCLUDED.pendekatan, EXCLUDED.status, EXCLUDED.jabatan, EXCLUDED.plt, EXCLUDED.atasan_nip, EXCLUDED.versi, EXCLUDED.diubah)
