-- Rows as they were given; whatever is NULL takes its default on the way into the real table. `baris` keeps their order.
DROP TABLE IF EXISTS pm_muat_sekolah, pm_muat_pegawai, pm_muat_skp, pm_muat_rhk, pm_muat_kegiatan, pm_muat_penilaian,
  pm_muat_perilaku, pm_muat_fase, pm_muat_rubrik;
CREATE TEMP TABLE pm_muat_sekolah(npsn text, nama text) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_pegawai(nip text COLLATE "C", nama text, npsn text, nik text, nuptk text, jabatan text, golongan text, jenis_ptk text,
  status_kepegawaian text, kepala boolean, pengawas boolean, dinas boolean, aktif boolean, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_skp(id uuid, nip text COLLATE "C", npsn text, tahun smallint, mulai date, selesai date, status smallint, slot smallint,
  peran text, plt boolean, jabatan text, indikator smallint, penilai_nip text COLLATE "C", disepakati timestamp, alasan text) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_rhk(baris bigint GENERATED ALWAYS AS IDENTITY, skp_id uuid, nomor text, rhk text, bagian text, rhk_pimpinan text,
  aspek text, indikator text, target text, poin smallint, ke smallint, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_kegiatan(nip text COLLATE "C", jenis text, judul text, mulai date, selesai date, npsn text, peran text, jam numeric(6, 2),
  poin smallint, tautan text, sumber text, sumber_id text, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_penilaian(skp_id uuid, slot smallint, hasil smallint, perilaku smallint, predikat smallint, status smallint,
  umpan_balik text, penilai_nip text COLLATE "C", dinilai timestamp, id uuid) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_perilaku(skp_id uuid, nilai smallint, panduan smallint) ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_fase(skp_id uuid, fase smallint, isi text, tanggal date, oleh_nip text COLLATE "C") ON COMMIT DROP;
CREATE TEMP TABLE pm_muat_rubrik(skp_id uuid, butir smallint, tingkat smallint, catatan text) ON COMMIT DROP;
