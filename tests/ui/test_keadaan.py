from __future__ import annotations

from pathlib import Path

import selaras.ui
from selaras.ledger.keadaan import KEADAAN, WORDS
from selaras.ui.keadaan import RUPA, rupa

CSS = (Path(selaras.ui.__file__).parent / "static" / "selaras" / "tema.css").read_text()


def test_it_says_the_words_of_the_ledger():
    assert {kunci: satu.kata for kunci, satu in RUPA.items()} == WORDS


def test_it_gives_every_keadaan_an_icon_and_a_tone_of_its_own():
    delapan = [RUPA[kunci] for kunci in KEADAAN]
    assert len({satu.ikon for satu in delapan}) == len({satu.nada for satu in delapan}) == 8


def test_it_has_a_tone_in_the_theme_for_every_keadaan():
    for satu in RUPA.values():
        assert f".nada-{satu.nada} " in CSS
        assert f".isi-{satu.nada} " in CSS


def test_it_shows_an_unknown_keadaan_by_its_name():
    assert rupa("entah").kata == "entah"


def test_it_asks_for_no_other_file_and_no_data_image():
    assert "url(" not in CSS
    assert "@import" not in CSS
