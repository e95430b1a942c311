from __future__ import annotations

import pytest

from jobs.pemasangan import _hari_ini, desa, perintah, ruang, template_dsn
from jobs.ruang import Ruang
from verify.kampung import Kampung

__all__ = ["_hari_ini", "desa", "perintah", "ruang", "template_dsn"]


@pytest.fixture
def kampung(ruang: Ruang) -> Kampung:
    """The village; e-Kinerja has everybody's SKP and nobody's rating of the last quarter."""
    return Kampung(ruang)
