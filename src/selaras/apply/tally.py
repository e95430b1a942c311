"""What one worker has done so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from selaras.galat import SelarasError


@dataclass(slots=True)
class Tally:
    """Counts of operations by what became of them, of calls, and why the worker stopped before the end.

    stored   the target answered that it holds them now
    settled  an unknown one was read, and stood as it was sent
    refused, lapsed, unknown   as in `operation.status` 7, 8, 9
    """

    stored: int = 0
    settled: int = 0
    refused: int = 0
    lapsed: int = 0
    unknown: int = 0
    calls: int = 0
    berhenti: SelarasError | None = field(default=None)

    @property
    def done(self) -> int:
        """Operations that need nothing more but to be read back."""
        return self.stored + self.settled + self.refused + self.lapsed

    def __add__(self, other: Tally) -> Tally:
        """Add up the work of two workers; the first reason to stop is kept."""
        return Tally(
            self.stored + other.stored,
            self.settled + other.settled,
            self.refused + other.refused,
            self.lapsed + other.lapsed,
            self.unknown + other.unknown,
            self.calls + other.calls,
            self.berhenti or other.berhenti,
        )

    def became(self, status: int, n: int) -> None:
        """Count operations that reached a status."""
        match status:
            case 2:
                self.stored += n
            case 3:
                self.settled += n
            case 7:
                self.refused += n
            case 8:
                self.lapsed += n
            case 9:
                self.unknown += n
