"""selaras nomor: every published and synthetic vector through the command line, and whatever else people type."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.baris_perintah import jalankan

VEKTOR = Path(__file__).parent.parent / "kinerja" / "vectors"
PER = ("--per", "2026-01-01")
Row = dict[str, str]


def vectors() -> list[tuple[str, Row]]:
    """Every row of an identifier that the command knows (NPWP is not one), with its kind."""
    found = []
    for berkas in ("nip.csv", "nik.csv", "other_ids.csv"):
        with (VEKTOR / berkas).open(encoding="utf-8", newline="") as file:
            found += [(row.get("id_type", berkas[:3]).lower(), row) for row in csv.DictReader(file)]
    return [(kind, row) for kind, row in found if kind != "npwp"]


@pytest.mark.parametrize(("kind", "row"), [pytest.param(*pair, id=pair[1]["id"]) for pair in vectors()])
def test_it_judges_every_vector(tmp_path: Path, kind: str, row: Row) -> None:
    done = jalankan(tmp_path, "nomor", kind, row["input"], *PER, "--json", masukan=row["input"].encode())
    (said,) = done.json["nomor"]
    assert list(done.json) == ["nomor"]
    assert (said["putusan"], said["kode"] or "", said["normal"] or "") == (
        row["expected"],
        row["error_code"],
        row["normalized"],
    )
    assert done.kode == (1 if row["expected"] == "invalid" else 0)
    if row.get("birth_date"):
        assert (said["tanggal_lahir"], said["jk"]) == (row["birth_date"], row["sex"])


@pytest.mark.parametrize("kind", ["nip", "nik", "nuptk", "npsn"])
def test_it_reads_one_a_line_from_standard_input(tmp_path: Path, kind: str) -> None:
    rows = [row for of, row in vectors() if of == kind and "\n" not in row["input"] and "\r" not in row["input"]]
    assert len(rows) >= 3
    masukan = "".join(f"{row['input']}\r\n" for row in rows).encode()
    done = jalankan(tmp_path, "nomor", kind, "-", *PER, "--json", masukan=masukan)
    assert [said["putusan"] for said in done.json["nomor"]] == [row["expected"] for row in rows]
    assert done.kode == 1  # some of them are invalid


def test_it_takes_several_and_standard_input_in_their_order(tmp_path: Path) -> None:
    done = jalankan(tmp_path, "nomor", "npsn", "20271000", "-", "20271003", "--json", masukan=b"20271001\n20271002\n")
    assert [said["nilai"] for said in done.json["nomor"]] == ["20271000", "20271001", "20271002", "20271003"]
    assert done.kode == 0


def test_it_ends_well_when_a_number_only_needs_a_look(tmp_path: Path) -> None:
    done = jalankan(tmp_path, "nomor", "nip", "198501012010012999", *PER)
    assert (done.kode, done.err) == (0, "")
    assert "valid" in done.out


def test_it_says_in_words_what_is_wrong(tmp_path: Path) -> None:
    done = jalankan(tmp_path, "nomor", "nip", "19850101")
    assert done.kode == 1
    assert "Panjang NIP tidak sesuai" in " ".join(done.out.split())


def test_it_reads_bytes_that_are_no_text_as_invalid_numbers(tmp_path: Path) -> None:
    done = jalankan(tmp_path, "nomor", "nip", "-", "--json", masukan=b"198501012010012999\n\xff\xfe1\n\x00\n")
    assert [said["putusan"] for said in done.json["nomor"]] == ["valid", "invalid", "invalid"]


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    selaras = Path(sys.executable).with_name("selaras")
    done = subprocess.run(
        [selaras, "nomor", "nip", "-", b"\xff", "--json"], input=b"198501012010012999\n\xff\n", capture_output=True,
        env={"SELARAS_DATA": str(tmp_path), "LC_ALL": "C.UTF-8"}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().count('"putusan": "invalid"') == 2
    assert not (tmp_path / "galat.log").exists()


@given(st.lists(st.text(max_size=30), max_size=6), st.binary(max_size=60))
@example(["nip", "\udcff", "--json"], b"")
@example(["nip", "-", "--per", "2026-99-01"], b"")
@example(["nip", "[red]x[/]"], b"")
@example(["npsn", "--", "-", "-"], b"\xff\r\n")
def test_it_answers_any_arguments_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], masukan: bytes
) -> None:
    done = jalankan(tmp_path_factory.getbasetemp() / "nomor", "nomor", *words, masukan=masukan)
    assert done.kode in (0, 1)
    assert done.out or done.err


@given(st.sampled_from(["nip", "nik", "nuptk", "npsn"]), st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_it_judges_whatever_is_given_as_a_number(
    tmp_path_factory: pytest.TempPathFactory, kind: str, values: list[str]
) -> None:
    given = [value for value in values if value != "-"] or ["x"]
    done = jalankan(tmp_path_factory.getbasetemp() / "nomor", "nomor", kind, "--json", "--", *given)
    assert len(done.json["nomor"]) == len(given)
