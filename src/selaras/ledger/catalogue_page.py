"""The catalogue as a page for people: `python -m selaras.ledger.catalogue_page > docs/kendala.md`."""

from __future__ import annotations

from selaras.ledger import catalogue
from selaras.ledger.keadaan import WORDS

_HEAD = """# Kendala

Written by `python -m selaras.ledger.catalogue_page`; texts and weights stand in `src/selaras/ledger/data/`. The
order is that of weight: of several kendala on one entry the first in this list names it.

| kode | kendala | keadaan | tingkat | penanggung jawab | di mana |
|---|---|---|---|---|---|
"""


def page() -> str:
    """Return the page: a row per code, gravest first."""
    codes = sorted(catalogue.codes().values(), key=lambda code: -code.weight)
    return _HEAD + "".join(f"{_row(code)}\n" for code in codes)


def _row(code: catalogue.Code) -> str:
    texts = catalogue.texts()[code.kode]
    name = code.kode if code.kode == catalogue.shown(code.kode) else f"{catalogue.shown(code.kode)} (nilai resmi)"
    cells = (name, texts.judul, WORDS[code.keadaan], code.tingkat, texts.penanggung_jawab, texts.di_mana)
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


if __name__ == "__main__":
    print(page(), end="")
