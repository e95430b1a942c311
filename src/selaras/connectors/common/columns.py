"""The columns of one kind of table: what must be there, what may be, and by what one knows it.

>>> k = Columns(required=("nip", "nama"), optional=("nik",), other_names={"nip": ("nip_baru",)},
...             signatures=(frozenset({"nip", "nama"}),), foreign=frozenset({"pesan"}))
>>> k.bind(("no", "nama", "nip_baru"))
{'nip': 2, 'nama': 1}
>>> k.matches(("nama", "nip_baru")), k.matches(("nama", "nip", "pesan")), k.missing(("nip",))
(True, False, ('nama',))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selaras.connectors.common.text import nama_kolom


@dataclass(frozen=True, slots=True)
class Columns:
    """Known columns in a fixed order (that of the raw hash).

    other_names  other spellings of a column, best first
    signatures   any of these sets of columns makes the table ours, also when a required column is missing
    foreign      a column that belongs to a neighbour: then it is not ours
    """

    required: tuple[str, ...]
    signatures: tuple[frozenset[str], ...]
    optional: tuple[str, ...] = ()
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Every known column, required ones first."""
        return self.required + self.optional

    def bind(self, header: Sequence[str]) -> dict[str, int]:
        """Return where each known column stands; unknown ones are ignored, missing ones absent."""
        at: dict[str, int] = {}
        for index, cell in enumerate(header):
            at.setdefault(nama_kolom(cell), index)
        bound: dict[str, int] = {}
        for name in self.names:
            spelling = next((s for s in (name, *self.other_names.get(name, ())) if s in at), None)
            if spelling is not None:
                bound[name] = at[spelling]
        return bound

    def matches(self, header: Sequence[str]) -> bool:
        """Say whether a table with this header is ours."""
        spelled = frozenset(map(nama_kolom, header))
        if self.foreign & spelled:
            return False
        have = spelled | self.bind(header).keys()
        return any(signature <= have for signature in self.signatures)

    def missing(self, header: Sequence[str]) -> tuple[str, ...]:
        """Return the required columns that are not there."""
        bound = self.bind(header)
        return tuple(name for name in self.required if name not in bound)
