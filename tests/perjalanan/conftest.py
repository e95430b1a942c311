"""A browser for the walks, and people before it; each walk serves its own district (`alur`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser

from jobs.desa import Orang as Warga
from perjalanan.alur import Alur
from perjalanan.langkah import masuk
from perjalanan.papan_ketik import Orang
from ui.peramban import buka_chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with buka_chromium() as browser:
        yield browser


@pytest.fixture
def orang(alur: Alur, chromium: Browser) -> Callable[[Warga], Orang]:
    """Seat somebody before a fresh browser and let him in with a one-time code."""
    return partial(masuk, chromium, alur)
