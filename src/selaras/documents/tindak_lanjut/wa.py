"""WhatsApp texts per school and for the dinas: no NIP, no rating, under 900 characters, one per school and reader.

A school with nothing to do gets none. Selaras sends nothing by itself: a person copies the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selaras.documents.tindak_lanjut import templat
from selaras.documents.tindak_lanjut.berkas import nama_berkas
from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.teks import aman, daftar, pendek, slug, tanggal
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.posisi import Posisi

BATAS = 900  # characters, exclusive
LANGKAH_TERBANYAK = 4
TANDA_LATIHAN = "*LATIHAN, bukan data sungguhan*"


@dataclass(frozen=True, slots=True)
class Pesan:
    """One text to be copied into WhatsApp."""

    kepada: str
    sekolah: str | None
    npsn: str | None
    templat: str
    isi: str


def pesan(posisi: Posisi) -> list[Pesan]:
    """Return every message of a position: the dinas first, then the group, then school by school."""
    susunan = Susunan(posisi)
    hasil = [*_dinas(posisi), *_grup(posisi)]
    nama = nama_berkas(posisi.sekolah)
    for s in posisi.sekolah:
        hasil += _sekolah(posisi, susunan.sekolah(s), f"{nama[s.npsn]}.pdf", susunan)
    return hasil


def tulis(posisi: Posisi, folder: Path) -> list[Path]:
    """Write each message as a text file into `folder`; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    hasil = []
    nama = nama_berkas(posisi.sekolah)
    for p in pesan(posisi):
        awal = nama[p.npsn] if p.npsn else slug(p.kepada)
        path = folder / f"{awal}-{p.templat.lower()}.txt"
        path.write_text(p.isi + "\n", encoding="utf-8")
        hasil.append(path)
    return hasil


def _buat(posisi: Posisi, nama: str, kepada: str, isi: str, di: LangkahSekolah | None = None) -> Pesan:
    tanda = f"{TANDA_LATIHAN}\n" if posisi.latihan else ""
    sekolah = di.sekolah if di else None
    return Pesan(kepada, aman(sekolah.nama) if sekolah else None, sekolah.npsn if sekolah else None, nama, tanda + isi)


def _sekolah(posisi: Posisi, isi: LangkahSekolah, tautan: str, susunan: Susunan) -> Iterator[Pesan]:
    nama = pendek(isi.sekolah.nama, 80)
    dulu = [x for x in isi.milik(Siapa.KEPALA) if x.kode == "S4"]
    if dulu:
        nilai = {"sekolah": nama, "jumlah": dulu[0].membuka}
        yield _buat(posisi, "KS-2", "Kepala sekolah", templat.isi("KS-2", nilai), isi)
    elif langkah := _langkah_kepala(isi):
        yield _buat(posisi, "KS-1", "Kepala sekolah", _ks1(posisi, isi, langkah, tautan), isi)
    if periode := _periode_guru(isi, susunan):
        teks = templat.isi("GURU-1", {"periode": periode})
        yield _buat(posisi, "GURU-1", "Grup guru (lewat kepala sekolah)", teks, isi)
    if jumlah := sum(x.orang for x in isi.milik(Siapa.OPERATOR) if x.kode in ("N1", "N3", "N5")):
        tempat = f"operator.xlsx, NPSN {aman(isi.sekolah.npsn)}"
        nilai = {"sekolah": nama, "jumlah": jumlah, "tautan": tempat}
        yield _buat(posisi, "OP-1", "Operator sekolah", templat.isi("OP-1", nilai), isi)


def _langkah_kepala(isi: LangkahSekolah) -> tuple[str, ...]:
    """The head's own steps, then what the head passes on to the teachers."""
    milik = [f"{x.aturan.singkat}{_jumlah(x)}" for x in isi.milik(Siapa.KEPALA)]
    guru = [f"Teruskan ke guru: {x.aturan.singkat}{_jumlah(x)}" for x in isi.milik(Siapa.GURU)]
    return (*milik, *guru)


def _jumlah(x: Langkah) -> str:
    return " (Bapak/Ibu sendiri)" if x.sendiri else f" ({x.membuka} guru)" if x.membuka else ""


def _ks1(posisi: Posisi, isi: LangkahSekolah, langkah: tuple[str, ...], tautan: str) -> str:
    s = isi.sekolah
    nilai = {
        "sekolah": pendek(s.nama, 80), "tanggal_data": tanggal(posisi.data_per), "total": s.guru, "selesai": s.selesai,
        "sisa": max(s.guru - s.selesai, 0), "menit": isi.menit_kepala or 2, "n_lain": isi.ditunggu or None,
        "tautan": tautan, "batas": tanggal(posisi.tenggat) if posisi.tenggat else None,
        "admin": pendek(posisi.kantor, 30), "instansi": pendek(posisi.instansi, 60),
    }  # fmt: skip
    for banyak in range(min(len(langkah), LANGKAH_TERBANYAK), 0, -1):
        tampil = langkah[:banyak]
        if lebih := len(langkah) - banyak:
            tampil = (*tampil[:-1], f"{tampil[-1]}; dan {lebih} langkah lagi di halaman sekolah")
        teks = templat.isi("KS-1", nilai, tampil)
        if len(teks) < BATAS - len(TANDA_LATIHAN) - 1:
            return teks
    return templat.isi("KS-1", nilai, (f"{len(langkah)} langkah, lihat halaman sekolah",))


def _periode_guru(isi: LangkahSekolah, susunan: Susunan) -> str | None:
    """Periods whose ratings the head has all sent: only of these may the message say 'sudah selesai menilai'."""
    siap = {p for x in isi.milik(Siapa.GURU) if x.kode == "S8" for k in x.kendala for p in k.periode}
    menilai = [k for k in susunan.kendala(isi.sekolah.npsn) if k.kode in ("R1", "R2", "R3") and not k.kepala]
    belum = {p for k in menilai for p in k.periode}
    return daftar(sorted(aman(p) for p in siap - belum), 6) or None


def _dinas(posisi: Posisi) -> Iterator[Pesan]:
    u1 = sorted((k.membuka_jalan_bagi for k in posisi.kendala if k.kode == "U1"), reverse=True)
    if u1:
        top = sum(u1[:10]) if len(u1) > 10 else None
        tautan = "tindak-lanjut.xlsx, lembar Dinas - pemadanan"
        nilai = {"n_sekolah": len(u1), "n_guru": sum(u1), "n_top": top, "tautan": tautan}
        yield _buat(posisi, "DINAS-1", "Bidang GTK dinas", templat.isi("DINAS-1", nilai))


def _grup(posisi: Posisi) -> Iterator[Pesan]:
    if not posisi.guru:
        return
    kecamatan: dict[str, bool] = {}
    for s in posisi.sekolah:
        if s.kecamatan:
            kecamatan[s.kecamatan] = kecamatan.get(s.kecamatan, True) and s.selesai >= s.guru
    lalu = posisi.selesai_lalu if posisi.data_lalu else None
    nilai = {
        "tanggal_data": tanggal(posisi.data_per), "pct": posisi.selesai * 100 // posisi.guru,
        "delta": None if lalu is None else f"{posisi.selesai - lalu:+d} guru",
        "tanggal_lalu": tanggal(posisi.data_lalu) if lalu is not None else None,
        "daftar": daftar(sorted(pendek(k, 30) for k, beres in kecamatan.items() if beres), 10) or None,
    }  # fmt: skip
    yield _buat(posisi, "GRUP-1", "Grup kepala sekolah", templat.isi("GRUP-1", nilai))
