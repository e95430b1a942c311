"""An admin with an empty folder, real reports and a target that is only read: two mornings, and whom they reach."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser
from python_calamine import CalamineWorkbook

from conftest import create_database, drop_database
from perjalanan.alur import Alur, jalankan, lingkungan, menyala, mulai
from perjalanan.kunci_laporan import Kunci
from perjalanan.langkah_laporan import (
    SANDI,
    bagikan_kode,
    baris,
    beri_peran,
    di_kendala,
    dibaca,
    halaman_pdf,
    ikuti,
    kartu_kendala,
    kode_pertama,
    masuk,
    masuk_lokal,
)
from perjalanan.papan_ketik import Orang

HARI = "2025-01-11"  # the day after the second snapshot
SATU, DUA = "2025-01-06", "2025-01-10"
DISTRIK = ("--sekolah", "10", "--guru", "80", "--tahun", "2024", "--seed", "3")
NOMOR = re.compile(r"\d{16,18}")
NILAI = re.compile(r"\b(Baik|Kurang|Butuh Perbaikan|Misconduct|[Ss]esuai ekspektasi|[Ee]kspektasi)\b")
TAK_DIKIRIM = "tidak ada yang dikirim ke BKN"


@pytest.fixture(scope="module")
def kunci(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kunci, Kunci]:
    """Two snapshots on disk, as they were downloaded from BKN, Dapodik and Ruang GTK."""
    folder = tmp_path_factory.mktemp("unduhan") / "daerah"
    jalankan(lingkungan("", folder.parent / "kosong"), "latihan", *DISTRIK, "--keluar", str(folder))
    return Kunci(folder, SATU), Kunci(folder, DUA)


@pytest.fixture(scope="module")
def alur(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alur]:
    """An empty folder with one local account, served."""
    dsn, folder = create_database(server), tmp_path_factory.mktemp("laporan")
    home = lingkungan(dsn, folder, HARI)
    mulai(home, "Kabupaten Latihan Selaras")
    jalankan(home, "akun", "buat", "eko", "--peran", "admin_instansi", "--sandi-stdin", masukan=SANDI + "\n")
    with menyala(dsn, folder, HARI) as running:
        yield running
    drop_database(server, dsn)


def test_an_admin_goes_from_an_empty_folder_to_what_changed_and_everybody_gets_his_step(
    alur: Alur, chromium: Browser, kunci: tuple[Kunci, Kunci], tmp_path: Path
) -> None:
    satu, dua = kunci
    eko = masuk_lokal(chromium, alur)
    tak_ada_yang_dikirim(alur, eko)
    unggah_folder(eko, satu)
    umur(eko, SATU, 5)
    kendala_menurut_kunci(eko, satu)
    padankan(eko, satu)
    npsn = sekolah_terbanyak(dua)
    kecualikan(eko, satu, [satu.nip("kendala", kode)[0] for kode in ("S1", "R3")])
    tindak_lanjut(eko, satu, npsn)
    unduh_semua(eko, satu)
    berkas_rusak(eko, satu, tmp_path)
    unggah_folder(eko, dua)
    umur(eko, DUA, 1)
    perubahan_menurut_kunci(eko, dua)
    pekan_berikut(alur, chromium, eko, dua, npsn)
    tak_ada_yang_dikirim(alur, eko)


def tak_ada_yang_dikirim(alur: Alur, eko: Orang) -> None:
    """It is said on the page where reports come in and below every page, and it is so."""
    eko.buka("/impor/")
    eko.lihat("Selaras hanya membaca laporan ini. Tidak ada yang dikirim ke BKN.")
    eko.buka("/")
    assert TAK_DIKIRIM in eko.page.locator("footer").inner_text()
    alur.db.rollback()
    assert alur.db.execute("SELECT count(*) FROM operation").fetchone() == (0,)


def unggah_folder(eko: Orang, k: Kunci) -> None:
    """Drop a whole folder, leave, come back when it is read."""
    count = sum(path.is_file() for path in k.folder.path.rglob("*"))
    eko.buka("/impor/")
    eko.berkas("Atau satu folder utuh", k.folder.path)
    eko.tekan("Unggah")
    eko.lihat(f"{count} berkas diterima", "Menunggu dibaca")
    assert "Tidak ada yang sedang dibaca" not in eko.teks()
    eko.buka("/kendala/")
    dibaca(eko)
    eko.lihat("Semua laporan sudah ada")
    eko.tekan("Lihat hasil lengkap")
    eko.lihat("Daftar Guru Dapodik", "Daftar pegawai SIASN", "Laporan SKP e-Kinerja", "Format tukar PMM", "Selesai")
    assert "Tidak terbaca" not in eko.teks()


def umur(eko: Orang, per: str, hari: int) -> None:
    """It says of which day the data are, and how old."""
    eko.buka("/")
    eko.lihat(f"data ditarik {int(per[-2:])} Januari 2025, {hari} hari lalu")
    eko.buka("/impor/")
    eko.lihat("Data yang dipakai sekarang", f"{hari} hari")


def kendala_menurut_kunci(eko: Orang, k: Kunci) -> None:
    """Every code of the key and no other, those that free most on top, each with the people of the key."""
    found = kartu_kendala(eko)
    assert {kode for kode, _ in found} == k.kode()
    assert [membuka for _, membuka in found] == sorted((membuka for _, membuka in found), reverse=True)
    freed = dict(found)
    assert {kode: freed[kode] for kode in k.terbebas()} == k.terbebas()
    assert {kode: freed[kode] for kode in ("S7", "S8")} == {kode: len(k.harus(kode)) for kode in ("S7", "S8")}
    for kode in freed:
        shown = di_kendala(eko, kode)
        assert k.harus(kode) <= shown <= k.harus(kode) | k.boleh(kode), kode


def padankan(eko: Orang, k: Kunci) -> None:
    """Take every sure match of unit and school with one button: its school is held no longer."""
    (npsn,) = k.nip("kendala", "U1")
    eko.buka("/padan/unor/")
    eko.lihat("1 usulan pasti, 0 perlu dilihat", f"NPSN {npsn}")
    eko.tekan("Terima 1 yang pasti")
    eko.lihat("1 padanan pasti diterima")
    dibaca(eko)
    assert di_kendala(eko, "U1") == set()
    eko.buka("/padan/unor/?jenis=diputuskan")
    eko.lihat("diputuskan", f"NPSN {npsn}")


def kecualikan(eko: Orang, k: Kunci, nips: list[str]) -> None:
    """A list with a wrong row writes nothing; mended, it takes all of them out, and nobody asks them for anything."""
    eko.buka("/kecualikan/daftar/")
    eko.isi("Tempel daftar", "\n".join([*nips, "12345"]))
    eko.isi("Alasan", "Tugas belajar, SK 800/1/2024")
    eko.tekan("Periksa")
    eko.lihat("1 baris perlu diperbaiki, 2 benar", "Belum ada yang ditulis")
    eko.isi("Tempel daftar", "\n".join(nips))
    eko.tekan("Periksa lagi")
    eko.tekan("Kecualikan 2 orang")
    eko.lihat("2 orang dikecualikan")
    dibaca(eko)
    gone = {k.nama[nip] for nip in nips}
    assert not (di_kendala(eko, "S1") | di_kendala(eko, "R3")) & gone


def sekolah_terbanyak(k: Kunci) -> str:
    """Choose the school where most have only to press."""
    places = [k.tempat[nip] for nip in k.nip("kendala", "S8")]
    return max(sorted(set(places)), key=places.count)


def tindak_lanjut(eko: Orang, k: Kunci, npsn: str) -> None:
    """One school: whose move it is, messages without numbers and ratings, a page to hand out."""
    eko.buka("/tindak-lanjut/")
    eko.isi("Sekolah, NPSN, atau kecamatan", npsn)
    eko.tekan("Cari")
    eko.lihat("1 sekolah")
    ikuti(eko, eko.page.locator("tbody th a"))
    eko.lihat(f"NPSN {npsn}", "Bapak/Ibu lakukan", "Guru lakukan", "tekan Sinkro Penilaian")
    excluded = {k.nama[k.nip("kendala", kode)[0]] for kode in ("S1", "R3")}
    assert not [name for name in excluded if name in eko.teks().casefold()]
    links = eko.page.get_by_role("link", name="Buka di WhatsApp")
    assert links.count() == 2
    for link in links.all():
        pesan_bersih(link.get_attribute("href") or "")
    pdf = eko.unduh("Unduh PDF")
    assert pdf.startswith(b"%PDF")
    assert halaman_pdf(pdf) >= 1
    text = eko.unduh("Unduh teks").decode()
    assert npsn in text
    assert not NOMOR.search(text)


def pesan_bersih(alamat: str) -> None:
    """A link that opens WhatsApp with a text: no number of a person, no rating in it."""
    assert alamat.startswith("https://wa.me/?text=")
    text = unquote(alamat.removeprefix("https://wa.me/?text="))
    assert "Sinkro Penilaian" in text or "Kepala" in text
    assert not NOMOR.search(text)
    assert not NILAI.search(text), text


def unduh_semua(eko: Orang, k: Kunci) -> None:
    """Ask a worker for the papers of the whole district and open each."""
    eko.buka("/tindak-lanjut/")
    papers = ("Buku kerja admin", "Lembar semua sekolah", "Pesan WhatsApp semua sekolah")
    for name in papers:
        eko.tekan(f"Buat {name}")
        eko.lihat("Sedang dibuat. Halaman ini boleh ditinggal")
    eko.buka("/tindak-lanjut/")
    eko.tunggu(eko.page.locator("[data-selesai]"))
    book, pages, messages = (eko.unduh(f"Unduh {name}") for name in papers)
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(book))
    words = [
        str(cell) for name in sheets.sheet_names for row in sheets.get_sheet_by_name(name).to_python() for cell in row
    ]
    assert "Tekan Sinkro" in sheets.sheet_names
    assert not [word for word in words if NOMOR.search(word)]
    with zipfile.ZipFile(io.BytesIO(pages)) as archive:
        made = [archive.read(name) for name in archive.namelist() if name.endswith(".pdf")]
    assert len(made) == len(k.sekolah)
    assert all(pdf.startswith(b"%PDF") and halaman_pdf(pdf) for pdf in made)
    with zipfile.ZipFile(io.BytesIO(messages)) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist()]
    assert texts
    assert not [text for text in texts if NOMOR.search(text) or NILAI.search(text)]


def berkas_rusak(eko: Orang, k: Kunci, folder: Path) -> None:
    """Each bad file is refused with a sentence; what was read before stays as it was."""
    before = pembukuan(eko)
    (folder / "kosong.csv").write_bytes(b"")
    eko.buka("/impor/")
    eko.berkas("Berkas laporan", folder / "kosong.csv")
    eko.tekan("Unggah")
    eko.lihat("kosong.csv kosong (0 bita). Unduh ulang")
    whole = (k.folder.path / "laporan-skp-2024.xlsx").read_bytes()
    bad = {"laporan-skp-2024.xlsx": whole[:9000], "surat.pdf": b"%PDF-1.7\nsurat", "catatan.csv": b"a,b\n1,2\n"}
    again = {"pmm-salinan.xlsx": (k.folder.path / "pmm.xlsx").read_bytes()}
    for name, content in (bad | again).items():
        (folder / name).write_bytes(content)
    eko.buka("/impor/")
    eko.berkas("Berkas laporan", *(folder / name for name in bad | again))
    eko.tekan("Unggah")
    dibaca(eko)
    eko.lihat("Selesai, 3 berkas tidak terbaca", "pmm-salinan.xlsx: Sudah pernah dibaca")
    eko.lihat("laporan-skp-2024.xlsx: Tidak terbaca. ZIP atau buku kerja rusak atau terpotong")
    eko.lihat(
        "surat.pdf: Tidak terbaca. Bukan jenis berkas yang dikenal", "catatan.csv: jenis berkas ini tidak dikenal"
    )
    assert pembukuan(eko) == before


def pembukuan(eko: Orang) -> tuple[str, ...]:
    """Give the ages and row counts of the reports, and the counts of the first page."""
    eko.buka("/impor/")
    ages = eko.page.locator("table").last.inner_text()
    eko.buka("/")
    return ages, eko.teks()


def perubahan_menurut_kunci(eko: Orang, k: Kunci) -> None:
    """What became done, what is new, what came back: the key's, by code and by name."""
    eko.buka("/perubahan/")
    eko.lihat("Dari data 6 Januari 2025 ke data 10 Januari 2025")
    counts, names = (eko.page.locator("table", has_text=caption) for caption in ("Menurut kode", "baris dengan nama"))
    key = {kode: len(k.nip("selesai", kode)) for kode in k.folder.kunci["selesai"]}
    new = {kode: len(k.nip("baru", kode)) for kode in k.folder.kunci["baru"]}
    told = {row[0].split()[0]: tuple(map(int, row[1:])) for row in baris(counts)}
    assert told == {kode: (key.get(kode, 0), new.get(kode, 0), 0) for kode in key | new}
    shown = {(row[1], row[2].split()[0], row[0].casefold()) for row in baris(names)}
    assert shown == k.berubah()


def pekan_berikut(alur: Alur, chromium: Browser, eko: Orang, k: Kunci, npsn: str) -> None:
    """The admin gives roles; operator, teacher, head and pengawas each come in and see what is theirs."""
    done = next(nip for nip in k.nip("selesai", "S8") if k.tempat[nip] == npsn)
    teacher = next(nip for nip in k.nip("kendala", "S8") if k.tempat[nip] == npsn)
    binaan = [npsn, *k.nip("kendala", "U1")]
    elsewhere = k.kepala(next(one for one in sorted(k.sekolah) if one not in binaan))
    beri_peran(eko, k, done, "Operator sekolah", [npsn])
    beri_peran(eko, k, elsewhere, "Pengawas", binaan)
    cards = bagikan_kode(masuk(chromium, alur, kode_pertama(alur, done)))
    guru(masuk(chromium, alur, cards[k.nama[teacher]]))
    kepala(masuk(chromium, alur, cards[k.nama[k.kepala(npsn)]]), k, npsn)
    pengawas(masuk(chromium, alur, kode_pertama(alur, elsewhere)), k, binaan)


def guru(budi: Orang) -> None:
    """One card with one step; what he says is kept, and the next report decides."""
    card = budi.page.locator(".satu-langkah")
    assert card.count() == 1
    assert "tekan Sinkro Penilaian" in card.locator("h2").inner_text()
    budi.tekan("Sudah saya tekan")
    budi.lihat("tinggal menunggu", "sesudah laporan e-Kinerja berikutnya")
    assert "Sinkro" not in budi.page.locator(".satu-langkah").inner_text()


def kepala(sari: Orang, k: Kunci, npsn: str) -> None:
    """The head sees who does what, nobody who was taken out, and a message that she can mark and copy."""
    sari.lihat("Yang dikerjakan guru", "Ditunggu dari pihak lain", "Pesan untuk grup guru")
    steps = " ".join(sari.page.locator("section.kartu").all_inner_texts()).casefold()
    pressing = [k.nama[nip] for nip in k.nip("kendala", "S8") if k.tempat[nip] == npsn]
    assert [name for name in pressing if name not in steps] == []
    assert not [kode for kode in ("S1", "R3") if k.nama[k.nip("kendala", kode)[0]] in steps]
    box = sari.page.get_by_label("Pesan untuk grup guru")
    sari.capai(box)
    sari.page.keyboard.press("Control+A")
    text = box.input_value()
    assert box.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)") == text
    assert "Sinkro Penilaian" in text
    assert not NOMOR.search(text)
    assert not NILAI.search(text)
    pesan_bersih(sari.page.get_by_role("link", name="Buka WhatsApp").get_attribute("href") or "")


def pengawas(dewi: Orang, k: Kunci, binaan: list[str]) -> None:
    """The pengawas sees her schools and no other, red first, and takes the picture along."""
    dewi.buka("/sekolah-sekolah/")
    rows = baris(dewi.page.locator("table").first)
    assert len(rows) == len(binaan)
    assert all(any(k.sekolah[npsn] in row[0].casefold() for row in rows) for npsn in binaan)
    drawn = dewi.page.locator("svg[role=img], .overflow-auto svg").first.inner_html()
    assert "Lima langkah e-Kinerja 2024" in drawn
    assert dewi.unduh("Gambar untuk dibagikan (PNG)").startswith(b"\x89PNG")
