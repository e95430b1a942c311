"""selaras periksa-sistem: disk, memory, rights, clock, PostgreSQL and fonts of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.baris_perintah import jalankan
from jobs.perintah import Perintah

UMUM = ["Ruang disk", "Memori", "Izin folder", "Jam"]


def test_it_looks_at_everything_that_the_embedded_server_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = Path("/tmp/selaras-uji-periksa")
    done = jalankan(folder, "periksa-sistem", "--json")
    found = {p["nama"]: p for p in done.json["pemeriksaan"]}
    assert list(found) == [*UMUM, "Program PostgreSQL", "Versi basis data", "Alamat soket", "Huruf"]
    assert all(set(p) == {"nama", "beres", "kalimat"} and p["kalimat"].strip() for p in found.values())
    assert found["Program PostgreSQL"]["beres"]
    assert done.kode == (0 if all(p["beres"] for p in found.values()) else 1)
    assert not folder.exists()  # looking changes nothing


def test_it_looks_at_the_server_of_database_url(perintah: Perintah) -> None:
    found = {p["nama"]: p["beres"] for p in perintah("periksa-sistem", "--json").json["pemeriksaan"]}
    assert list(found) == [*UMUM, "Server basis data", "Huruf"]
    assert found["Server basis data"]
    assert found["Huruf"]


def test_it_says_what_is_wrong_and_ends_with_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:rahasia@127.0.0.1:1/x?connect_timeout=1")
    done = jalankan(tmp_path, "periksa-sistem", "--json")
    (server,) = [p for p in done.json["pemeriksaan"] if p["nama"] == "Server basis data"]
    assert (done.kode, server["beres"]) == (1, False)
    assert "tidak dapat dihubungi" in server["kalimat"]
    assert "rahasia" not in done.out + done.err


def test_it_marks_for_people_what_needs_a_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/x?connect_timeout=1")
    berkas = tmp_path / "berkas"
    berkas.write_text("x")
    done = jalankan(berkas, "periksa-sistem")
    assert done.kode == 1
    baris = {line.split("  ")[1].strip(): line for line in done.out.splitlines() if "  " in line[2:]}
    assert "PERLU DILIHAT" in baris["Izin folder"]
    assert "PERLU DILIHAT" in baris["Server basis data"]
