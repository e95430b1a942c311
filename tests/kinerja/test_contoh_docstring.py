"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from selaras import kinerja

MODULES = [m.name for m in pkgutil.iter_modules(kinerja.__path__)]


@pytest.mark.parametrize("nama", MODULES)
def test_it_keeps_its_examples_true(nama: str) -> None:
    hasil = doctest.testmod(importlib.import_module(f"selaras.kinerja.{nama}"))
    assert hasil.failed == 0


def test_it_gives_every_public_module_an_example() -> None:
    for nama in MODULES:
        modul = importlib.import_module(f"selaras.kinerja.{nama}")
        assert modul.__doc__
        assert nama.startswith("_") or ">>> " in modul.__doc__
