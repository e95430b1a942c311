"""Known header names, normalised as `header.normalise` does: by them a header row is told from a title row.

Sources: e-Kinerja reports and report API (docs/format.md), SIASN pegawai export (column names as public
readers of that export list them), Dapodik 'Daftar Guru' (51 columns, same), Dapodik web service (D), PMM
interchange format 1, UNOR-NPSN map, ref-unor and the log of synchronisation (docs/format.md). Unknown extra
columns are welcome anywhere; this list only has to hold enough names of every kind of table.
"""

from __future__ import annotations

from typing import Final

EKINERJA: Final = """
no jenis id nip nama periode_awal_skp periode_akhir_skp skp_unor_id skp_unor skp_unor_induk skp_jabatan
skp_jenis_jabatan is_skp_plt_plh_pjb hasil_kerja perilaku_kerja hasil_akhir pegawai_atasan_id pegawai_atasan_nip
pegawai_atasan_nama pegawai_atasan_unor_id pegawai_atasan_unor pegawai_atasan_jabatan pegawai_atasan_golru
waktu_dinilai pegawai_penilai_id tahun_skp skp_id periode_id skp_penilaian_id golru jenis_pegawai
jabatan is_skp unit skp_status skp_model skp_unor_atasan periode_awal periode_akhir is_plt_plh created_at
tahun batas_pengisian jenis_periode tipe_periodik angka_periodik bulan_skp
"""

SIASN: Final = """
pns_id nip_baru nip_lama nama gelar_depan gelar_belakang tempat_lahir_id tempat_lahir_nama tanggal_lahir
jenis_kelamin agama_id agama_nama jenis_kawin_id jenis_kawin_nama nik nomor_hp email email_gov alamat npwp_nomor
bpjs jenis_pegawai_id jenis_pegawai_nama kedudukan_hukum_id kedudukan_hukum_nama status_cpns_pns
kartu_asn_virtual nomor_sk_cpns tanggal_sk_cpns tmt_cpns nomor_sk_pns tanggal_sk_pns tmt_pns gol_awal_id
gol_awal_nama gol_akhir_id gol_akhir_nama tmt_golongan mk_tahun mk_bulan jenis_jabatan_id jenis_jabatan_nama
jabatan_id jabatan_nama tmt_jabatan tingkat_pendidikan_id tingkat_pendidikan_nama pendidikan_id pendidikan_nama
tahun_lulus kpkn_id kpkn_nama lokasi_kerja_id lokasi_kerja_nama unor_id unor_nama unor_induk_id unor_induk_nama
instansi_induk_id instansi_induk_nama instansi_kerja_id instansi_kerja_nama satuan_kerja_induk_id
satuan_kerja_induk_nama satuan_kerja_kerja_id satuan_kerja_kerja_nama is_valid_nik nama_sekolah flag_ikd
eselon_id eselon_nama
"""

DAPODIK: Final = """
no nama nuptk jk tempat_lahir tanggal_lahir nip status_kepegawaian jenis_ptk agama alamat_jalan rt rw nama_dusun
desa/kelurahan kecamatan kode_pos telepon hp email tugas_tambahan sk_cpns tanggal_cpns sk_pengangkatan
tmt_pengangkatan lembaga_pengangkatan pangkat_golongan sumber_gaji nama_ibu_kandung status_perkawinan
nama_suami/istri nip_suami/istri pekerjaan_suami/istri tmt_pns sudah_lisensi_kepala_sekolah
pernah_diklat_kepengawasan keahlian_braille keahlian_bahasa_isyarat npwp nama_wajib_pajak kewarganegaraan bank
nomor_rekening_bank rekening_atas_nama nik no_kk karpeg karis/karsu lintang bujur nuks npsn sekolah nama_sekolah
tempat_tugas ptk_id ptk_terdaftar_id tahun_ajaran_id ptk_induk tanggal_surat_tugas jenis_ptk_id jenis_ptk_id_str
jabatan_ptk_id jabatan_ptk_id_str status_kepegawaian_id status_kepegawaian_id_str pangkat_golongan_terakhir
sekolah_id bentuk_pendidikan_id bentuk_pendidikan_id_str status_sekolah kabupaten_kota provinsi
"""

PMM: Final = """
nip nik nuptk nama tanggal_lahir jenis_kelamin status_kepegawaian npsn jenis_ptk jabatan golongan nip_atasan
akun_belajar skp_id tahun periode periode_awal periode_akhir status tanggal_disepakati indikator_praktik plt
nip_penilai nomor bagian rhk_pimpinan rhk aspek indikator target kegiatan_id tanggal_mulai tanggal_selesai jenis
judul peran jam poin tautan_bukti tipe_periodik angka_periodik hasil_kerja perilaku_kerja predikat umpan_balik
tanggal_dinilai
"""

DINAS: Final = """
unor_id nama_unor npsn nama_sekolah aktif berlaku_mulai berlaku_sampai
id instansiid diatasanid eselonid namaunor namajabatan cepatkode indukunorid pemimpinpnsid jenisunorid
"""

LOG: Final = "nip nama pesan waktu tanggal keterangan"

KNOWN: Final[frozenset[str]] = frozenset(" ".join((EKINERJA, SIASN, DAPODIK, PMM, DINAS, LOG)).split())
