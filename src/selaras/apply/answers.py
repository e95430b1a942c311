"""The target's answers as they are written down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selaras.apply.operations import ANSWERED, LAPSED, REFUSED, UNKNOWN, Operation, Result
from selaras.connectors.target import Answer, Outcome

_STATUS = {
    Outcome.STORED: ANSWERED,
    Outcome.SAME: ANSWERED,
    Outcome.REFUSED: REFUSED,
    Outcome.MOVED: LAPSED,
}
_WORDS = {Outcome.STORED: "diterima", Outcome.SAME: "sama", Outcome.REFUSED: "ditolak", Outcome.MOVED: "bentrok"}
UNANSWERED = "e-Kinerja tidak menjawab operasi ini; dibaca dulu sebelum apa pun."


def read(sent: Sequence[Operation], told: Sequence[Answer]) -> list[Result]:
    """Give what became of each; an operation without an answer of its own is unknown, whatever the others say."""
    by_key = {answer.kunci: answer for answer in told}
    return [_result(operation, by_key.get(operation.write.kunci)) for operation in sent]


def _result(operation: Operation, answer: Answer | None) -> Result:
    if answer is None:
        return Result(operation.id, UNKNOWN, None, UNANSWERED)
    return Result(operation.id, _STATUS[answer.outcome], said(answer), _why(answer))


def said(answer: Answer) -> dict[str, Any]:
    """Give an answer as it is kept with the operation.

    >>> said(Answer("ab", Outcome.REFUSED, None, "E04", "SKP atasan belum ada"))["kode"]
    'E04'
    """
    return {
        "hasil": _WORDS[answer.outcome],
        "versi": answer.versi,
        "kode": answer.kode,
        "pesan": answer.pesan,
    }


def _why(answer: Answer) -> str | None:
    if answer.outcome is Outcome.REFUSED:
        return answer.pesan or answer.kode or "Ditolak tanpa pesan."
    if answer.outcome is Outcome.MOVED:
        return f"e-Kinerja memuat versi lain dari yang disegel (versi {answer.versi or 'tidak disebut'})."
    return None
