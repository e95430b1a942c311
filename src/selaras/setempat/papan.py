"""The board of a running simulator: its knobs, and what has happened since; shared by all threads."""

from __future__ import annotations

import threading
from collections import Counter
from enum import StrEnum
from typing import Any, Generic, TypeVar

from selaras.setempat.gangguan import Knobs

K = TypeVar("K", bound=Knobs[Any])


class Board(Generic[K]):
    """Knobs and counts behind one lock. `kinds` are the counters beside that of the faults."""

    def __init__(self, knobs: K, *kinds: str) -> None:
        """Begin with these knobs and nothing counted."""
        self._lock = threading.Lock()
        self._knobs = knobs
        self._number = 0
        self._counted: dict[str, Counter[str]] = {kind: Counter() for kind in (*kinds, "gangguan")}

    @property
    def knobs(self) -> K:
        """The knobs as they stand."""
        return self._knobs

    def turn(self, knobs: K) -> None:
        """Set other knobs; numbering begins at 1 again, the counts go on."""
        with self._lock:
            self._knobs, self._number = knobs, 0

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many there were of each kind, and how many faults."""
        with self._lock:
            return {kind: dict(counter) for kind, counter in self._counted.items()}

    def forget(self) -> None:
        """Begin counting anew."""
        with self._lock:
            self._number = 0
            for counter in self._counted.values():
                counter.clear()

    def _next(self) -> Any:
        """Number the next one and return what happens to it. The caller holds the lock."""
        self._number += 1
        return self._spoilt(self._knobs.pick(self._number))

    def _spoilt(self, fault: StrEnum | None) -> Any:
        if fault is not None:
            self._counted["gangguan"][fault] += 1
        return fault
