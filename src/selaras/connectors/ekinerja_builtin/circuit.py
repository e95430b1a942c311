"""The circuit breaker around all calls of one target: after several failures in a row it lets nothing through for a
while. A target that answers is well, whatever it answers: refusals, 429 and maintenance do not open it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pybreaker

from selaras.connectors.ekinerja_builtin.failures import TooOften
from selaras.galat import Postponed, TryAgain

FAILURES = 5
PAUSE = 30.0  # seconds


class Circuit:
    """A breaker of its own for each target."""

    def __init__(self, where: str, *, failures: int = FAILURES, pause: float = PAUSE) -> None:
        """Take how many failures in a row open it, and for how long."""
        self._where = where
        self._memory = pybreaker.CircuitMemoryStorage(pybreaker.STATE_CLOSED)
        # Not the library's own error on the call that trips it: whether that write took effect must stay known.
        self._breaker = pybreaker.CircuitBreaker(
            failures, pause, exclude=[_well], state_storage=self._memory, throw_new_error_on_trip=False
        )

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Let one call through. Raises `TryAgain` with the time left while the circuit is open."""
        # `calling` does not hold the breaker's lock during the call, as `call` does: workers share a target.
        try:
            with self._breaker.calling():
                yield
        except pybreaker.CircuitBreakerError:
            raise TryAgain(
                "e-Kinerja gagal berkali-kali; panggilan dihentikan sebentar.",
                di_mana=self._where,
                langkah="Lanjut sendiri setelah jeda; bila berulang, admin memeriksa layanan e-Kinerja.",
                after=self._left(),
            ) from None

    def _left(self) -> float:
        opened = self._memory.opened_at
        if opened is None:
            return self._breaker.reset_timeout
        left = self._breaker.reset_timeout - (dt.datetime.now(dt.UTC) - opened).total_seconds()
        return max(left, 0.0)


def _well(error: BaseException) -> bool:
    return not isinstance(error, TryAgain) or isinstance(error, Postponed | TooOften)
