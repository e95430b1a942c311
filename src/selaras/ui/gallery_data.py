"""Invented people and texts for the gallery: long names, long places, every keadaan."""

from __future__ import annotations

import datetime as dt

from selaras.ui.grafik import Batang
from selaras.ui.langkah import Langkah

NAMA_PANJANG = "Dra. Hj. Siti Nurhaliza Rahmawati Kusumaningrum Tjokrodiningrat, S.Pd.SD., M.Pd."
SEKOLAH_PANJANG = "SD Negeri Satu Atap 14 Pegunungan Bintang Timur Kampung Baru"
KEADAAN = ("selaras", "siap", "menunggu", "terblokir", "berbeda", "ditolak", "belum_pasti", "dikecualikan")
HARI = dt.date(2026, 1, 6)
NIP = "198501012010012999"

KENDALA = {
    "kode": "U1",
    "judul": "Sekolah belum dipadankan",
    "keadaan": "terblokir",
    "sebab": "NPSN sekolah ini belum terhubung ke unit kerja (UNOR) BKN, jadi 12 guru belum bisa sinkron.",
    "langkah": (
        "Dinas memadankan UNOR dan NPSN sekolah ini.",
        "Guru dan kepala sekolah menunggu kabar dari dinas; tidak perlu menekan apa pun.",
    ),
    "penanggung_jawab": "Dinas pendidikan, bidang Guru dan Tenaga Kependidikan",
    "di_mana": "Verval SP / dasbor pemadanan UNOR",
    "perkiraan_waktu": "tergantung dinas",
    "membuka_jalan_bagi": 12,
    "url": "/#kendala",
    "tombol": "Lihat 12 guru",
}
KENDALA_PENDEK = {
    "kode": "S6",
    "judul": "SKP Plt. tidak ikut dihitung",
    "nada": "diam",
    "sebab": "Tidak perlu apa-apa.",
}

LANGKAH = {
    "judul": "Tinggal 1 langkah: tekan Sinkro Penilaian untuk TW3 dan TW4",
    "sebab": "Kepala sekolah sudah menilai dan mengirim. e-Kinerja belum menariknya.",
    "langkah": (
        "Masuk e-Kinerja seperti biasa.",
        "Buka menu SKP, pilih SKP 2025, lalu Penilaian.",
        "Tekan Sinkro Penilaian Ruang GTK (dulu: Sinkro Penilaian PMM) untuk TW3, lalu TW4.",
    ),
    "di_mana": "e-Kinerja > SKP > Penilaian",
    "perkiraan_waktu": "10 menit",
    "url": "/#guru",
    "tombol": "Ditolak? Tempel pesannya",
    "url_kirim": "/kirim/",
    "tombol_kirim": "Sudah saya tekan",
}
BUKAN_SALAH = {
    "judul": "Bukan salah Ibu",
    "ikon": "heart-handshake",
    "nada": "tunggu",
    "sebab": "Sekolah Ibu belum terhubung ke unit kerja BKN, jadi tombol sinkron belum muncul.",
    "pengurus": "Dinas Pendidikan Kabupaten Latihan Selaras",
    "sapaan": "Ibu",
}
SISI = (
    {"nama": "Nama", "kiri": NAMA_PANJANG, "kanan": NAMA_PANJANG, "sama": True},
    {"nama": "Unit kerja", "kiri": SEKOLAH_PANJANG, "kanan": "SD Negeri 2 Latihan", "sama": False},
    {"nama": "Predikat TW4", "kiri": "Sangat Baik", "kanan": None, "sama": False},
    {"nama": "Angka kredit", "kiri": "37,50", "kanan": "37,50", "sama": True},
)
KOLOM = (("nama", "Nama guru"), ("periode", "Periode"), ("predikat", "Predikat"), ("aksi", "Tindakan"))
TABEL = (
    {"nama": NAMA_PANJANG, "periode": "TW3, TW4", "predikat": "Sangat Baik"},
    {"nama": "Yohanes", "periode": "TW4", "predikat": "Butuh Perbaikan"},
    {"nama": "I Gusti Ayu Putu Candra Dewi Lestari", "periode": "Juli sampai Desember 2024", "predikat": "Baik"},
)
PANDUAN = (
    Langkah("Persiapan", "selesai", "Dinilai, predikat ditetapkan, dikirim."),
    Langkah("Masuk dan periksa identitas", "selesai", "NIP dan unit kerja sama di kedua sisi."),
    Langkah("Periode per triwulan", "tertahan", "TW3 belum dibuat; ini diurus BKPSDM.", "/#kendala"),
    Langkah("Sinkron", "sekarang", "1 Januari sampai 31 Desember 2025.", "/#guru", "Lihat yang akan ditulis"),
    Langkah("Verifikasi", "belum", "Bagian demi bagian, oleh guru dan kepala sekolah."),
)
BATANG = (
    Batang(SEKOLAH_PANJANG, bagian=(("terblokir", 12), ("menunggu", 5), ("selaras", 8)), url="/#guru"),
    Batang("SMP Negeri 3 Latihan", bagian=(("berbeda", 1), ("siap", 9), ("selaras", 21)), url="/#guru"),
    Batang("TK Pembina", bagian=(("selaras", 3),)),
    Batang("SD Negeri 9 Latihan, belum ada guru"),
)
BATANG_POLOS = (Batang("Kecamatan Utara", 1240), Batang("Kecamatan Selatan", 310), Batang("Kecamatan Tengah", 0))
TEKS_WA = (
    "Bapak/Ibu guru, kepala sekolah sudah selesai menilai dan mengirim. Giliran kita:\n"
    "e-Kinerja > SKP > Penilaian > Sinkro Penilaian PMM / Ruang GTK untuk TW3 dan TW4.\n"
    'Muncul "tidak ada data baru"? Itu bukan kesalahan.'
)
BUKTI = (
    ("Yang ditulis", "Predikat TW4: Sangat Baik"),
    ("Disetujui oleh", NAMA_PANJANG + ", Plt. kepala sekolah"),
    ("SK", "800/123/BKPSDM/2025"),
    ("Terbaca kembali", "7 Januari 2026 pukul 06.12 WIB"),
    ("Sidik rencana", "9f3c2a71e0b84d5ab1c6f7720d94e6385a0c"),
    ("Catatan", None),
)
AKIBAT = ("14 penilaian dikembalikan kepada gurunya.", "Guru membaca alasan di bawah ini.", "Persetujuan lama gugur.")
