from __future__ import annotations

from collections.abc import Callable

import pytest

from jobs.desa import Desa
from jobs.pemasangan import _hari_ini, desa, perintah, ruang, template_dsn
from jobs.ruang import Ruang
from plan.bengkel import Bengkel

__all__ = ["_hari_ini", "desa", "perintah", "ruang", "template_dsn"]


@pytest.fixture
def bengkel(ruang: Ruang) -> Callable[[Desa], Bengkel]:
    """Make a writable folder from a village."""
    return lambda desa: Bengkel(ruang, desa)
