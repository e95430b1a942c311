"""Names in one spelling, so that a suggestion can be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.kinerja import nama

KATA = st.sampled_from(["SITI", "AHMAD", "NURAINI", "WAYAN", "FAUZI", "DEWI"])
ORANG = st.lists(KATA, min_size=1, max_size=4).map(" ".join)


@given(orang=ORANG)
@pytest.mark.parametrize("gelar", [", S.Pd.", ", S.Pd., M.Pd.", " S.Pd", ", S. Pd. SD", ", SE", ", S.Pd.I., Gr."])
def test_it_takes_titles_off_a_name(gelar: str, orang: str) -> None:
    assert nama.normal(f"{orang.title()}{gelar}") == orang
    assert nama.normal(f"Dra. Hj. {orang}{gelar}") == orang


@given(text=st.text(max_size=30))
def test_it_survives_any_text(text: str) -> None:
    assert "  " not in nama.normal(text)
    assert "  " not in nama.sekolah_normal(text)


def test_it_keeps_what_stands_behind_a_comma_and_is_no_title() -> None:
    assert nama.normal("Sitorus, Maria, S.Pd.") == "SITORUS MARIA"
    assert nama.normal("H.") == "H"
    assert nama.normal("Nurul-Huda Ma'ruf") == "NURUL HUDA MARUF"


@pytest.mark.parametrize(
    ("tulisan", "satu"),
    [
        *(
            ("UPTD SDN 1 X", "SDN 1 X"),
            ("SD NEGERI 1 X", "SDN 1 X"),
            ("UPT SATUAN PENDIDIKAN SD NEGERI 1 X", "SDN 1 X"),
        ),
        *(("SMP NEGERI 4 SELARAS", "SMPN 4 SELARAS"), ("SMPN4 Selaras", "SMPN 4 SELARAS"), ("SDN 01 A", "SDN 1 A")),
        *(
            ("SDN No. 12 Melati", "SDN 12 MELATI"),
            ("TK NEGERI PEMBINA", "TKN PEMBINA"),
            ("TK Nurul Iman", "TK NURUL IMAN"),
        ),
        *(("SDN Melati IV", "SDN MELATI 4"), ("SDN Melati XIX", "SDN MELATI 19"), ("SDN 3 Melati V", "SDN 3 MELATI V")),
        *(("Sekolah Dasar Negeri 7 B", "SDN 7 B"), ("SMP Satu Atap 2 C", "SMP SATAP 2 C"), ("", "")),
        *(("UPT SPF SD INPRES MAWAR", "SD INPRES MAWAR"), ("SLB-N Kota", "SLBN KOTA"), ("Taman Kanak-Kanak A", "TK A")),
    ],
)
def test_it_brings_the_names_of_a_school_to_one(tulisan: str, satu: str) -> None:
    assert nama.sekolah_normal(tulisan) == satu
    assert nama.sekolah_normal(satu) == satu
