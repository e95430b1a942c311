"""The board of the running provider: its knobs, and what has happened since; shared by all threads."""

from __future__ import annotations

import threading
from collections import Counter

from selaras.myasn.faults import Fault, Knobs


class Board:
    """Knobs and counts behind one lock."""

    def __init__(self, knobs: Knobs) -> None:
        """Begin with these knobs and nothing counted."""
        self._lock = threading.Lock()
        self._knobs = knobs
        self._number = 0
        self._asked: Counter[str] = Counter()
        self._spoilt: Counter[str] = Counter()

    @property
    def knobs(self) -> Knobs:
        """The knobs as they stand."""
        return self._knobs

    def turn(self, knobs: Knobs) -> None:
        """Set other knobs; sign-ins are numbered from 1 again, the counts go on."""
        with self._lock:
            self._knobs, self._number = knobs, 0

    def sign_in(self) -> Fault | None:
        """Count a sign-in that begins and say what will go wrong with it."""
        with self._lock:
            self._number += 1
            fault = self._knobs.pick(self._number)
            if fault is not None:
                self._spoilt[fault] += 1
            return fault

    def request(self, endpoint: str) -> Fault | None:
        """Count a request and say what goes wrong with every one of this endpoint."""
        with self._lock:
            self._asked[endpoint] += 1
            fault = self._knobs.setiap.get(endpoint)
            if fault is not None:
                self._spoilt[fault] += 1
            return fault

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many requests came per endpoint, and how many faults of each kind there were."""
        with self._lock:
            return {"permintaan": dict(self._asked), "gangguan": dict(self._spoilt)}

    def forget(self) -> None:
        """Begin counting anew."""
        with self._lock:
            self._number = 0
            for counter in (self._asked, self._spoilt):
                counter.clear()
