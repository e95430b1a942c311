"""Which operations of one call may be carried out together, so that the outcome is that of one after the other.

Two operations must keep their order when one may decide about the other: everything of one person and year around an
SKP, a rating and its own later version, and the SKP of a head (or acting head) around those of his unit.

>>> kepala = Jejak("skp", "a", 2024, 0, memimpin=("U1",), dipimpin=None)
>>> guru = Jejak("skp", "b", 2024, 0, memimpin=(), dipimpin="U1")
>>> nilai = [Jejak("penilaian", "b", 2024, slot, (), None) for slot in (201, 202)]
>>> gelombang([kepala, guru, *nilai])
[0, 1, 2, 2]
>>> gelombang([guru, kepala])
[0, 1]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Hal = tuple[object, ...]


class Jejak(NamedTuple):
    """What an operation touches: units whose head's SKP it may be, and the unit whose head it asks for."""

    jenis: str
    nip: str
    tahun: int
    slot: int
    memimpin: tuple[str, ...]
    dipimpin: str | None


def gelombang(jejak: Sequence[Jejak]) -> list[int]:
    """Return for every operation the number of its wave; waves are carried out in order, each as a whole."""
    written: dict[Hal, int] = {}
    read: dict[Hal, int] = {}
    waves = []
    for satu in jejak:
        touches = list(_touches(satu))
        before = [written.get(thing, -1) for thing, _ in touches]
        before += [read.get(thing, -1) for thing, writes in touches if writes]
        wave = 1 + max(before)
        for thing, writes in touches:
            memory = written if writes else read
            memory[thing] = max(wave, memory.get(thing, -1))
        waves.append(wave)
    return waves


def _touches(satu: Jejak) -> Iterator[tuple[Hal, bool]]:
    """Yield each thing, and whether it is written or only read."""
    person: Hal = ("orang", satu.nip, satu.tahun)
    if satu.jenis == "penilaian":
        yield person, False
        yield ("nilai", satu.nip, satu.tahun, satu.slot), True
        return
    yield person, True
    for unor in satu.memimpin:
        yield ("pimpinan", unor, satu.tahun), True
    if satu.dipimpin is not None and satu.dipimpin not in satu.memimpin:
        yield ("pimpinan", satu.dipimpin, satu.tahun), False
