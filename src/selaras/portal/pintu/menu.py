"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.portal.butir import Butir

MENU: tuple[Butir, ...] = ()
