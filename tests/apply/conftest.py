from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from apply.rencana import Meja
from jobs.pemasangan import _hari_ini, desa, perintah, ruang, template_dsn
from jobs.ruang import Ruang

__all__ = ["_hari_ini", "desa", "perintah", "ruang", "template_dsn"]


@pytest.fixture
def meja(ruang: Ruang) -> Iterator[Callable[..., Meja]]:
    """Seal a plan of so many people; the target stands beside it."""
    made: list[Meja] = []

    def build(n: int, **how: int) -> Meja:
        made.append(Meja(ruang.dsn, n, **how))
        return made[-1]

    yield build
    for one in made:
        one.tutup()
