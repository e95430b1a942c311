"""Where PMM bawaan is and with which token."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selaras.connectors.common import access as common
from selaras.connectors.common.access import Access, System

__all__ = ["SYSTEM", "Access", "access"]
SYSTEM = System("PMM bawaan", "pmm", "SELARAS_PMM")


def access(settings: Mapping[str, Any], environ: Mapping[str, str]) -> Access | None:
    """Return how to reach the API; None when no address is set. Raises `Stop` when something is missing or unsafe."""
    return common.access(SYSTEM, settings, environ)
