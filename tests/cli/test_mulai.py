"""selaras mulai: what a data folder is for, once and for ever."""

from __future__ import annotations

import io
from typing import Any

import psycopg
import pytest

from jobs.perintah import Hasil, Perintah

SEMUA = {
    "--instansi": "Kabupaten Contoh", "--jenis": "latihan", "--tipe-periodik": "bulanan", "--tahun": "2025",
    "--kantor": "BKD",
}  # fmt: skip
DIKATAKAN = {
    "instansi": "Kabupaten Contoh", "jenis": "latihan", "tahun": 2025, "tipe_periodik": "bulanan", "kantor": "BKD",
    "hanya_baca": True,
}  # fmt: skip


def mulai(p: Perintah, *flags: str, jawab: str = "", **options: str) -> Hasil:
    """Run `selaras mulai` with these options; the answers stand on standard input."""
    p.patch.setattr("sys.stdin", io.StringIO(jawab))
    given = SEMUA | {f"--{name.replace('_', '-')}": text for name, text in options.items()}
    return p("mulai", *(word for name, text in given.items() if text != "?" for word in (name, text)), *flags)


def instansi(p: Perintah) -> list[tuple[Any, ...]]:
    with psycopg.connect(p.dsn) as connection:
        return connection.execute("SELECT nama, jenis, tipe_periodik, tahun, kantor FROM instansi").fetchall()


def test_it_takes_everything_from_its_options(perintah: Perintah) -> None:
    done = mulai(perintah, "--json")
    assert (done.kode, done.json, done.err) == (0, DIKATAKAN, "")
    assert instansi(perintah) == [("Kabupaten Contoh", "latihan", "bulanan", 2025, "BKD")]


def test_it_says_what_comes_next(perintah: Perintah) -> None:
    done = mulai(perintah)
    assert done.kode == 0
    assert "siap untuk Kabupaten Contoh (latihan), tahun 2025" in done.out
    assert "selaras kerjakan FOLDER_LAPORAN" in done.out


def test_it_asks_for_what_is_missing_and_keeps_standard_output_for_the_answer(perintah: Perintah) -> None:
    done = mulai(perintah, "--json", instansi="?", jenis="?", jawab="Kabupaten Contoh\nentah\nlatihan\n")
    assert (done.kode, done.json) == (0, DIKATAKAN)
    assert "Nama instansi:" in done.err
    assert done.err.count("Folder ini untuk latihan atau data nyata") == 2  # «entah» is none of them


def test_it_offers_what_most_folders_need(perintah: Perintah) -> None:
    done = mulai(perintah, "--json", tipe_periodik="?", tahun="?", kantor="?", jawab="\n\n\n")
    assert done.json == DIKATAKAN | {"tahun": 2025, "tipe_periodik": "triwulanan", "kantor": "BKPSDM"}


def test_it_changes_nothing_when_nobody_answers(perintah: Perintah) -> None:
    done = mulai(perintah, instansi="?")
    assert done.kode == 1
    assert "Tidak ada yang diubah." in done.err
    assert instansi(perintah) == []


@pytest.mark.parametrize(("dulu", "kini"), [("latihan", "nyata"), ("nyata", "latihan")])
def test_it_is_for_practice_or_for_real_for_ever(perintah: Perintah, dulu: str, kini: str) -> None:
    mulai(perintah, jenis=dulu)
    done = mulai(perintah, "--json", jenis=kini, instansi="Lain")
    assert (done.kode, done.out) == (1, "")
    assert f"sudah ditetapkan sebagai folder {dulu}" in done.err
    assert instansi(perintah) == [("Kabupaten Contoh", dulu, "bulanan", 2025, "BKD")]


def test_it_may_correct_everything_else(perintah: Perintah) -> None:
    mulai(perintah)
    assert (
        mulai(perintah, instansi="Kabupaten Benar", tahun="2024", tipe_periodik="triwulanan", kantor="BKPP").kode == 0
    )
    assert instansi(perintah) == [("Kabupaten Benar", "latihan", "triwulanan", 2024, "BKPP")]


@pytest.mark.parametrize(
    ("options", "kalimat"),
    [
        ({"jenis": "uji"}, "'--jenis'"),
        ({"tahun": "1999"}, "'--tahun'"),
        ({"tipe_periodik": "harian"}, "'--tipe-periodik'"),
        ({"instansi": "  "}, "Nama instansi belum diisi."),
    ],
)
def test_it_refuses_what_can_not_be(perintah: Perintah, options: dict[str, str], kalimat: str) -> None:
    done = mulai(perintah, "--json", **options)
    assert (done.kode, done.out) == (1, "")
    assert kalimat in done.err
    assert instansi(perintah) == []
    assert not perintah.galat()
