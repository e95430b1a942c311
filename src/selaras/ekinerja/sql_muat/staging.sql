-- Rows as they were given; whatever is NULL takes its default on the way into the real table.
DROP TABLE IF EXISTS ek_muat_unor, ek_muat_pegawai, ek_muat_periode, ek_muat_skp, ek_muat_penilaian;
CREATE TEMP TABLE ek_muat_unor(id text, nama text, induk text, atasan_id text, npsn text, aktif boolean) ON COMMIT DROP;
CREATE TEMP TABLE ek_muat_pegawai(nip text COLLATE "C", nama text, nik text, jabatan text, jenis_jabatan text, golru text, jenis_pegawai text,
  unor_id text, atasan_nip text, aktif boolean, kepala boolean, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE ek_muat_periode(nama text, periode_awal text, periode_akhir text, batas_pengisian text, jenis_periode text, tahun smallint,
  tipe_periodik text, angka_periodik smallint, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE ek_muat_skp(id uuid, nip text COLLATE "C", tahun smallint, unor_id text, mulai date, selesai date, status text, jabatan text,
  plt boolean, atasan_nip text, pendekatan text, created_at timestamp) ON COMMIT DROP;
CREATE TEMP TABLE ek_muat_penilaian(skp_id uuid, slot smallint, hasil_kerja smallint, perilaku_kerja smallint, predikat smallint,
  umpan_balik text, penilai_nip text, waktu_dinilai timestamp, id uuid) ON COMMIT DROP;
