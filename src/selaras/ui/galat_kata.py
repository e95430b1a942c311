"""What the error pages say: what happened, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kata:
    """The words of one error page."""

    judul: str
    kalimat: str
    langkah: tuple[str, ...]
    ikon: str = "triangle-alert"
    nada: str = "tahan"


TIDAK_TERBACA = Kata(
    "Permintaan tidak dapat dibaca",
    "Alamat atau isian yang dikirim tidak lengkap atau rusak. Tidak ada yang diubah.",
    ("Kembali ke halaman sebelumnya dan muat ulang.", "Bila masih sama, mulai lagi dari beranda."),
)
TIDAK_BERHAK = Kata(
    "Halaman ini untuk peran lain",
    "Peran yang sedang dipakai tidak berhak membuka halaman ini, atau isinya milik tempat lain.",
    (
        "Lihat nama dan peran di bagian atas halaman; ganti peran bila punya lebih dari satu.",
        "Bila merasa berhak, sampaikan ke operator sekolah atau admin instansi: sebutkan peran dan halamannya.",
    ),
    "lock",
)
TIDAK_ADA = Kata(
    "Halaman tidak ditemukan",
    "Alamat ini tidak ada, sudah dipindah, atau salah ketik.",
    ("Periksa alamatnya, atau cari lewat menu.", "Tautan dari pesan lama bisa jadi sudah tidak berlaku."),
    "search",
    "diam",
)
RUSAK = Kata(
    "Ada kesalahan di sisi Selaras",
    "Ini bukan salah Bapak/Ibu. Yang baru diisi mungkin belum tersimpan.",
    (
        "Tunggu sebentar, lalu buka lagi halaman sebelumnya.",
        "Periksa dulu apakah isian sudah tersimpan sebelum mengulang.",
        "Bila terulang, sampaikan jam kejadian ini ke admin instansi.",
    ),
    "octagon-x",
    "tolak",
)
FORMULIR_LAMA = Kata(
    "Formulir ini sudah tidak berlaku",
    "Demi keamanan, formulir yang terlalu lama terbuka tidak diterima. Belum ada yang disimpan.",
    (
        "Kembali ke halaman sebelumnya dan muat ulang.",
        "Isi dan kirim lagi.",
        "Bila masih sama, izinkan kuki (cookie) untuk alamat ini di peramban.",
    ),
    "clock",
)
PEMELIHARAAN = Kata(
    "Selaras sedang dirawat",
    "Untuk sementara tidak ada yang bisa dibuka. Data yang sudah tersimpan tetap aman.",
    ("Tutup saja halaman ini dan coba lagi nanti.", "Tidak perlu mengisi ulang apa pun yang sudah tersimpan."),
    "clock",
    "tunggu",
)
