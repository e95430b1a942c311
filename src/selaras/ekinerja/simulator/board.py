"""The board of a running simulator: its knobs, and what has happened since; shared by all connections."""

from __future__ import annotations

import threading
from collections import Counter

from selaras.ekinerja.simulator.faults import Fault, Knobs


class Board:
    """Knobs and counts behind one lock."""

    def __init__(self, knobs: Knobs) -> None:
        """Begin with these knobs and nothing counted."""
        self._lock = threading.Lock()
        self._knobs = knobs
        self._number = 0
        self._asked: Counter[str] = Counter()
        self._passed: Counter[str] = Counter()
        self._spoilt: Counter[str] = Counter()

    @property
    def knobs(self) -> Knobs:
        """The knobs as they stand."""
        return self._knobs

    def turn(self, knobs: Knobs) -> None:
        """Set other knobs; requests are numbered from 1 again, the counts go on."""
        with self._lock:
            self._knobs, self._number = knobs, 0

    def arrive(self, path: str) -> tuple[Fault | None, Knobs]:
        """Count a request and say what happens to it, under which knobs."""
        with self._lock:
            self._asked[path] += 1
            if not self._knobs.concerns(path):
                return None, self._knobs
            self._number += 1
            fault = self._knobs.pick(self._number)
            if fault is not None:
                self._spoilt[fault] += 1
            return fault, self._knobs

    def passed(self, path: str) -> None:
        """Count a request that reached the API."""
        with self._lock:
            self._passed[path] += 1

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many requests came and went on per path, and how many faults of each kind there were."""
        with self._lock:
            return {
                "permintaan": dict(self._asked),
                "diteruskan": dict(self._passed),
                "gangguan": dict(self._spoilt),
            }

    def forget(self) -> None:
        """Begin counting anew."""
        with self._lock:
            self._number = 0
            for counter in (self._asked, self._passed, self._spoilt):
                counter.clear()
