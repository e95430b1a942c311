"""The one exception module: classes say what to do next, the sentence is for the person.

`DataError`: mend the file or the entry. `TryAgain`: nothing is wrong with the data, do it again later.
`Stop`: something has to be decided or repaired by a person before anything goes on.
Each carries an Indonesian sentence (`kalimat`) that says what is wrong, where, what to do and who can do it.
"""

from __future__ import annotations


class SelarasError(Exception):
    """Base of everything that Selaras raises on purpose."""

    exit_code = 1

    def __init__(self, kalimat: str, *, di_mana: str | None = None, langkah: str | None = None) -> None:
        """Take what is wrong, where, and what to do about it; all three in Indonesian."""
        super().__init__(kalimat)
        self.kalimat = kalimat
        self.di_mana = di_mana
        self.langkah = langkah

    def __str__(self) -> str:
        """Return the whole sentence as a person reads it."""
        parts = [f"{self.di_mana}: " if self.di_mana else "", self.kalimat]
        if self.langkah:
            parts.append(f" {self.langkah}")
        return "".join(parts)


class DataError(SelarasError):
    """The data must be mended before they can be used."""


class UnknownKind(DataError):
    """A file of no known kind: an error when it was named, a remark when it merely lay in a folder."""


class TryAgain(SelarasError):
    """A passing condition: the same command may succeed later, `after` seconds from now where that is known."""

    def __init__(
        self, kalimat: str, *, di_mana: str | None = None, langkah: str | None = None, after: float | None = None
    ) -> None:
        """Take the sentence and how long to wait."""
        super().__init__(kalimat, di_mana=di_mana, langkah=langkah)
        self.after = after


class Postponed(TryAgain):
    """The other side is closed for now (maintenance): nothing was done, everything waits until it opens."""


class Uncertain(TryAgain):
    """A request may have taken effect although no whole answer came: read before anything else."""


class Stop(SelarasError):
    """A person has to decide or repair something first."""


class Forbidden(Stop):
    """Somebody asked for what his role does not reach; nothing was shown and nothing was done."""


class NotBalanced(SelarasError):
    """The books do not balance: the run is red whatever else went well."""

    exit_code = 3
