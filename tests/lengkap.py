"""What the usual run leaves out: the same check on more cases. `make test-lengkap` runs everything."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

import pytest

T = TypeVar("T")
LENGKAP = "SELARAS_UJI_LENGKAP" in os.environ
hanya_lengkap = pytest.mark.skipif(not LENGKAP, reason="lama: make test-lengkap")


def sebagian(semua: Iterable[T], langkah: int) -> list[T]:
    """Give every so manieth case, in a complete run all of them."""
    return list(semua)[:: 1 if LENGKAP else langkah]
