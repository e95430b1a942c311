"""The plan: the same for the same seed, whatever fits, and nothing that does not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from selaras.kinerja import predikat
from selaras.latihan import lahirkan, nilai
from selaras.latihan.district import buat
from selaras.latihan.files import tulis
from selaras.latihan.kunci import kunci
from selaras.latihan.saat import orang_pada

PENUH = 34  # codes that a rehearsal holds


def isi(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_people(tmp_path: Path) -> None:
    for nama, seed in (("a", 4), ("b", 4), ("c", 5)):
        d = buat(12, 200, 2024, seed)
        tulis(d, tmp_path / nama, d.snapshot[0])
    assert isi(tmp_path / "a") == isi(tmp_path / "b")
    assert isi(tmp_path / "a")["pmm.xlsx"] != isi(tmp_path / "c")["pmm.xlsx"]


@pytest.mark.parametrize(("sekolah", "guru"), [(10, 100), (14, 300), (40, 900), (200, 5000)])
def test_it_holds_as_many_people_as_were_asked_for_and_each_damage_at_least_once(sekolah: int, guru: int) -> None:
    d = buat(sekolah, guru, 2024, 2)
    peran = Counter(o.peran for o in lahirkan.semua(d))
    assert sum(peran.values()) - peran["kembar"] == guru
    assert {p: peran[p] for p in d.jumlah if d.jumlah[p]} == {p: n for p, n in d.jumlah.items() if n}
    assert len(kunci(d, d.snapshot[0])["kendala"]) == PENUH  # type: ignore[arg-type]


def test_sixty_percent_of_those_whose_skp_is_in_place_only_have_to_press() -> None:
    d = buat(40, 900, 2024, 2)
    ada = [o for o in orang_pada(d, d.snapshot[0]) if o.pola.skp_ekinerja == "persetujuan"]
    tekan = [o for o in ada if o.pola.nilai_ekinerja == "12T"]
    assert len(tekan) / len(ada) == pytest.approx(0.6, abs=0.03)


@pytest.mark.parametrize(("sekolah", "guru"), [(5, 300), (14, 60), (14, 10), (14, 500_001)])
def test_it_refuses_a_size_that_can_not_hold_everything(sekolah: int, guru: int) -> None:
    with pytest.raises(ValueError, match=r"guru|sekolah"):
        buat(sekolah, guru, 2024, 1)


def test_it_refuses_an_unknown_fault_of_the_periods() -> None:
    with pytest.raises(ValueError, match="periode_rusak"):
        buat(14, 300, 2024, 1, periode_rusak="P9")


def test_a_head_replaced_in_july_rates_the_first_half_and_the_new_one_the_second() -> None:
    d = buat(14, 300, 2024, 1)
    s = next(s for s in d.sekolah if s.jenis == "ganti")
    baru, lama, *guru = lahirkan.orang_sekolah(d, s)
    assert [(k.jabatan, k.mulai) for k in lama.skp] == [
        ("Kepala Sekolah", "2024-01-01"),
        ("Guru Ahli Madya", "2024-07-01"),
    ]
    for orang in guru:
        penilai = [orang.skp[0].penilai_untuk(tw).nip for tw in "1234T"]
        assert penilai == [lama.nip, lama.nip, baru.nip, baru.nip, baru.nip]


def test_the_oracle_matrix_and_that_of_kinerja_say_the_same() -> None:
    for (hasil, perilaku), teks in nilai.MATRIKS.items():
        assert predikat.nama(predikat.dari(hasil, perilaku)) == teks
