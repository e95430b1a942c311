"""A link of the navigation: where it stands, where it leads, whom it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selaras.accounts.scope import Cakupan


@dataclass(frozen=True, slots=True)
class Butir:
    """One link; the lower `urut` stands first, `untuk` says which roles have it."""

    urut: int
    teks: str
    url: str
    ikon: str
    untuk: Callable[[Cakupan], bool]
