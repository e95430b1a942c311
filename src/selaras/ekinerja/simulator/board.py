"""The board of the running simulator: requests are numbered, and counted per path."""

from __future__ import annotations

from selaras.ekinerja.simulator.faults import Fault, Knobs
from selaras.setempat import papan


class Board(papan.Board[Knobs]):
    """Knobs and counts of the simulator."""

    def __init__(self, knobs: Knobs) -> None:
        """Begin with these knobs and nothing counted."""
        super().__init__(knobs, "permintaan", "diteruskan")

    def arrive(self, path: str) -> tuple[Fault | None, Knobs]:
        """Count a request and say what happens to it, under which knobs."""
        with self._lock:
            self._counted["permintaan"][path] += 1
            return (self._next() if self._knobs.concerns(path) else None), self._knobs

    def passed(self, path: str) -> None:
        """Count a request that reached the API."""
        with self._lock:
            self._counted["diteruskan"][path] += 1
