"""The numbers of people as each system has them, whole: for the one page on which an operator copies them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

SCHOOL, SERVICE = (3, 1), (4, 2)  # Dapodik, PMM; SIASN, e-Kinerja: the first that tells counts
_NAMES = ("NIP", "NIK", "NUPTK")


@dataclass(frozen=True, slots=True)
class Nomor:
    """One number: what the school's side says and what the civil service says, '' for nothing."""

    nama: str
    lama: str
    baru: str

    @property
    def berbeda(self) -> bool:
        """Say whether both sides tell it, and differently."""
        return bool(self.baru) and self.lama != self.baru


def numbers(connection: psycopg.Connection, orang: Sequence[int]) -> dict[int, tuple[Nomor, ...]]:
    """Map people to their numbers. One query; the connection shows only people in reach."""
    told: dict[int, dict[int, tuple[str | None, ...]]] = {}
    for who, sistem, *found in connection.execute(
        "SELECT orang_id, sistem, nip, nik, nuptk FROM akun WHERE orang_id = ANY (%s) AND NOT usang ORDER BY id",
        (list(orang),),
    ):
        told.setdefault(who, {})[sistem] = tuple(found)
    return {
        who: tuple(
            Nomor(name, _first(systems, SCHOOL, place), _first(systems, SERVICE, place))
            for place, name in enumerate(_NAMES)
        )
        for who, systems in told.items()
    }


def _first(systems: dict[int, tuple[str | None, ...]], order: Sequence[int], place: int) -> str:
    return next((text for one in order if one in systems and (text := systems[one][place])), "")
