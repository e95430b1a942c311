"""The page of the catalogue in docs says what the data say."""

from __future__ import annotations

from pathlib import Path

from selaras.ledger import catalogue
from selaras.ledger.catalogue_page import page

DOCS = Path(__file__).parents[2] / "docs"


def test_it_is_the_page_in_docs() -> None:
    assert (DOCS / "kendala.md").read_text(encoding="utf-8") == page()


def test_it_has_a_row_for_every_code() -> None:
    assert page().count("\n| ") == len(catalogue.codes()) + 1  # and the heading
