"""selaras akun: local accounts, made and mended by whoever runs the machine."""

from __future__ import annotations

import io
import sys

import psycopg
import pytest

from jobs.perintah import Hasil, Perintah

SANDI = "kuda-poni-makan-rumput"
MULAI = ("--instansi", "Kabupaten Uji", "--jenis", "latihan", "--tipe-periodik", "triwulanan", "--tahun", "2024",
         "--kantor", "BKPSDM")  # fmt: skip


@pytest.fixture
def mesin(perintah: Perintah) -> Perintah:
    assert perintah("mulai", *MULAI).kode == 0
    return perintah


def ketik(p: Perintah, sandi: str, *words: str) -> Hasil:
    p.patch.setattr(sys, "stdin", io.StringIO(f"{sandi}\n"))
    return p("akun", words[0], "--sandi-stdin", *words[1:])


def test_an_account_is_made_and_listed_without_its_password(mesin: Perintah) -> None:
    done = ketik(mesin, SANDI, "buat", "Teknisi-Satu")
    assert done.kode == 0, done.err
    assert SANDI not in done.out + done.err
    (row,) = mesin("akun", "daftar", "--json").json["akun"]
    assert row == {"nama": "teknisi-satu", "peran": "teknisi", "aktif": True, "mfa": False}
    with psycopg.connect(mesin.dsn) as connection:
        kept = str(connection.execute("SELECT * FROM ac_pengguna").fetchall())
        assert SANDI not in kept
        assert "pbkdf2" in kept


@pytest.mark.parametrize(
    ("sandi", "said"),
    [("pendek", "12"), ("123456789012", "angka"), ("password1234", "umum"), ("kepala-kantor", "mirip"), ("", "12")],
)
def test_a_weak_password_is_refused_with_a_reason(mesin: Perintah, sandi: str, said: str) -> None:
    done = ketik(mesin, sandi, "buat", "kepala-kantor")
    assert (done.kode, said in done.err) == (1, True), done.err
    assert mesin("akun", "daftar", "--json").json["akun"] == []


@pytest.mark.parametrize("nama", ["", "a", "198501012010012999", "ada spasi", "x" * 51, "é" * 9, "-a-b-"])
def test_a_name_that_can_not_be_is_refused(mesin: Perintah, nama: str) -> None:
    done = ketik(mesin, SANDI, "buat", "--", nama)
    assert (done.kode, "tidak bisa dipakai" in done.err) == (1, True), done.err


def test_a_name_is_given_once_and_a_strange_one_is_told(mesin: Perintah) -> None:
    assert ketik(mesin, SANDI, "buat", "satu", "--peran", "admin_instansi").kode == 0
    assert "sudah dipakai" in ketik(mesin, SANDI, "buat", "SATU").err
    for words in (("tutup", "dua"), ("reset-mfa", "dua")):
        assert "tidak ada" in mesin("akun", *words).err
    assert "tidak ada" in ketik(mesin, SANDI, "sandi", "dua").err


def test_an_account_is_shut_and_opened_with_another_password(mesin: Perintah) -> None:
    ketik(mesin, SANDI, "buat", "satu")
    assert mesin("akun", "tutup", "satu").kode == 0
    assert mesin("akun", "daftar", "--json").json["akun"][0]["aktif"] is False
    assert mesin("akun", "reset-mfa", "satu").kode == 0
    assert mesin("akun", "daftar", "--json").json["akun"][0]["aktif"] is False
    assert ketik(mesin, SANDI + "-lain", "sandi", "satu").kode == 0
    assert mesin("akun", "daftar", "--json").json["akun"][0]["aktif"] is True


def test_the_machine_itself_is_no_account(mesin: Perintah) -> None:
    ketik(mesin, SANDI, "buat", "satu")
    with psycopg.connect(mesin.dsn) as connection:
        (machine,) = connection.execute("SELECT username FROM ac_pengguna WHERE username LIKE 'mesin:%'").fetchall()[0]
    assert "tidak ada" in mesin("akun", "tutup", machine).err
