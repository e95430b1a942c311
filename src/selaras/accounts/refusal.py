"""Why somebody who comes from a provider is not let in. What a page says about each stands with the pages."""

from __future__ import annotations

from enum import StrEnum

from selaras.galat import DataError


class Refusal(StrEnum):
    """The reasons."""

    BATAL = "batal"  # the person said no
    LEWAT = "lewat"  # no such request: too old, used up, or of another browser
    PENYEDIA = "penyedia"  # does not answer, or not as it should
    TOKEN = "token"  # noqa: S105 - an id_token that must not be believed
    TANPA_KLAIM = "tanpa-klaim"
    KLAIM_RUSAK = "klaim-rusak"
    GANDA = "ganda"  # several numbers, or one number of two people
    TIDAK_DIKENAL = "tidak-dikenal"
    DOMAIN = "domain"
    DITUTUP = "ditutup"


class Refused(DataError):
    """Nobody is let in; the reason chooses the page."""

    def __init__(self, why: Refusal, kalimat: str = "", *, langkah: str | None = None) -> None:
        """Take the reason, and a sentence where there is more to say than the page of the reason does."""
        super().__init__(kalimat or f"Tidak bisa masuk ({why}).", langkah=langkah)
        self.why = why
