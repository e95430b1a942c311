"""A browser for the walks; each walk serves its own district."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from ui.peramban import buka_chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with buka_chromium() as browser:
        yield browser
