"""What a page says when somebody who comes from a provider is not let in: what is wrong, what to do, and who."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.refusal import Refusal, Refused


@dataclass(frozen=True, slots=True)
class Kata:
    """One page. `{p}` stands for the name of the provider."""

    judul: str
    sebab: str
    langkah: tuple[str, ...]
    pengurus: str
    status: int = 403
    ulang: bool = True


_KODE = "Sementara itu, masuk dengan kode dari operator sekolah."
KATA = {
    Refusal.BATAL: Kata(
        "Masuk dibatalkan",
        "Di halaman {p} Bapak/Ibu menekan batal, atau {p} tidak mengizinkan.",
        ("Tekan «Coba lagi» bila tadi tidak sengaja.", "Bila {p} tetap menolak, hubungi pengelola akun {p}."),
        "Bapak/Ibu sendiri",
        200,
    ),
    Refusal.LEWAT: Kata(
        "Permintaan masuk sudah lewat",
        "Halaman {p} terbuka terlalu lama, sudah dipakai, atau dimulai di peramban lain.",
        ("Tekan «Coba lagi» dan selesaikan dalam 10 menit.", "Pakai satu peramban, dan jangan tekan tombol kembali."),
        "Bapak/Ibu sendiri",
        400,
    ),
    Refusal.PENYEDIA: Kata(
        "{p} tidak menjawab",
        "Selaras tidak bisa berbicara dengan {p} saat ini. Ini bukan salah Bapak/Ibu.",
        ("Tunggu beberapa menit, lalu tekan «Coba lagi».", _KODE),
        "pengelola {p} dan teknisi",
        503,
    ),
    Refusal.TOKEN: Kata(
        "Jawaban {p} tidak bisa dipercaya",
        "Tanda tangan, tujuan, atau masa berlaku jawaban {p} tidak benar. Tidak ada yang masuk.",
        (
            "Tekan «Coba lagi» sekali.",
            "Bila terulang, beri tahu teknisi: jam mesin dan setelan {p} perlu diperiksa.",
            _KODE,
        ),
        "teknisi",
        403,
    ),
    Refusal.TANPA_KLAIM: Kata(
        "{p} tidak menyebut nomornya",
        "Akun {p} ini tidak membawa nomor yang menunjuk orangnya, jadi Selaras tidak tahu siapa yang datang.",
        ("Beri tahu teknisi: pemetaan klaim di {p} perlu diperiksa.", _KODE),
        "teknisi",
    ),
    Refusal.KLAIM_RUSAK: Kata(
        "Nomor dari {p} rusak",
        "Nomor yang dibawa akun {p} ini bukan nomor yang mungkin, misalnya karena pernah tersimpan sebagai angka.",
        ("Beri tahu teknisi: pemetaan klaim di {p} perlu diperiksa.", _KODE),
        "teknisi",
    ),
    Refusal.GANDA: Kata(
        "Lebih dari satu orang",
        "Akun {p} ini menunjuk lebih dari satu orang. Selaras tidak menebak.",
        ("Admin instansi memutuskan di menu padan, orang mana yang benar.", _KODE),
        "admin instansi",
    ),
    Refusal.TIDAK_DIKENAL: Kata(
        "Belum ada di data kami",
        "Akun {p} benar, tetapi nomornya belum ada di data yang dibaca Selaras.",
        (
            "Guru dan kepala sekolah: minta operator sekolah memeriksa NIP di Verval PTK.",
            "Selain itu: minta admin instansi memeriksa data pegawai.",
            _KODE,
        ),
        "operator sekolah, atau admin instansi",
    ),
    Refusal.DOMAIN: Kata(
        "Bukan akun {p}",
        "Akun yang dipilih bukan akun {p}.",
        ("Tekan «Coba lagi» dan pilih akun {p}.", _KODE),
        "Bapak/Ibu sendiri",
    ),
    Refusal.DITUTUP: Kata(
        "Akun ini ditutup",
        "Akun Bapak/Ibu di Selaras ditutup.",
        ("Hubungi admin instansi.",),
        "admin instansi",
        403,
        ulang=False,
    ),
}


def refusal_page(request: HttpRequest, error: Refused, *, nama: str) -> HttpResponse:
    """Show the page of a reason; nothing of what the provider said is repeated."""
    kata = KATA[error.why]
    said = {
        "judul": kata.judul.format(p=nama),
        "sebab": kata.sebab.format(p=nama),
        "langkah": [one.format(p=nama) for one in kata.langkah],
        "pengurus": kata.pengurus.format(p=nama),
        "ulang": kata.ulang,
        "penyedia": nama,
        "tanpa_akun": True,
    }
    return render(request, "portal/pintu/gagal.html", said, status=kata.status)
