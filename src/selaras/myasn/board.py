"""The board of the running provider: sign-ins are numbered, requests counted per endpoint."""

from __future__ import annotations

from selaras.myasn.faults import Fault, Knobs
from selaras.setempat import papan


class Board(papan.Board[Knobs]):
    """Knobs and counts of the provider."""

    def __init__(self, knobs: Knobs) -> None:
        """Begin with these knobs and nothing counted."""
        super().__init__(knobs, "permintaan")

    def sign_in(self) -> Fault | None:
        """Count a sign-in that begins and say what will go wrong with it."""
        with self._lock:
            fault: Fault | None = self._next()
            return fault

    def request(self, endpoint: str) -> Fault | None:
        """Count a request and say what goes wrong with every one of this endpoint."""
        with self._lock:
            self._counted["permintaan"][endpoint] += 1
            fault: Fault | None = self._spoilt(self._knobs.setiap.get(endpoint))
            return fault
