-- A draft; its version goes on after one that was withdrawn.
INSERT INTO ek_skp(instansi_id, pegawai_id, tahun, unor_id, mulai, selesai, jabatan, pendekatan, plt, atasan_nip, versi, created_at, diubah)
SELECT %(instansi)s, %(pegawai)s, %(tahun)s, %(unor)s, %(mulai)s, %(selesai)s, %(jabatan)s, %(pendekatan)s, %(plt)s, %(atasan)s,
  1 + coalesce(max(versi), 0), %(waktu)s, %(waktu)s
FROM ek_skp WHERE pegawai_id = %(pegawai)s AND tahun = %(tahun)s AND unor_id = %(unor)s AND mulai = %(mulai)s
RETURNING id
