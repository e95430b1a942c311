"""The target itself: batches keys, reads outcomes, and leaves the way there to its channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.connectors.ekinerja_builtin import reports, wire
from selaras.connectors.ekinerja_builtin.channel import Channel
from selaras.connectors.ports import Source
from selaras.connectors.target import Answer, Held, Key, Write
from selaras.galat import DataError, TryAgain, Uncertain

_KEYS = 1000  # most keys in one call


class EkinerjaBuiltin:
    """The e-Kinerja that comes with Selaras."""

    name = "ekinerja_builtin"
    title = "e-Kinerja bawaan"
    batch = 500

    def __init__(self, channel: Channel) -> None:
        """Take the way to the application."""
        self._channel = channel

    def look(self, keys: Sequence[Key]) -> list[Held]:
        """Read what is held under these keys, in their order, in as many calls as it takes."""
        return [held for start in range(0, len(keys), _KEYS) for held in self._look(keys[start : start + _KEYS])]

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        """Send at most `batch` writes in one call; one answer for each, in their order."""
        if len(writes) > self.batch:
            raise DataError(f"Satu kiriman memuat {len(writes)} operasi; paling banyak {self.batch}.")
        if not writes:
            return []
        told = self._channel.tulis([wire.operation_of(write) for write in writes])
        try:
            return [wire.answer(write, one) for write, one in zip(writes, told, strict=True)]
        except ValueError:
            raise Uncertain(
                "Jawaban e-Kinerja tidak cocok dengan yang dikirim; kiriman itu mungkin sudah tersimpan.",
                langkah="Jangan kirim ulang: Selaras membaca dulu apa yang tersimpan.",
            ) from None

    def observe(self, tahun: int) -> Iterator[Source]:
        """Read the whole reports of a year as the report API gives them."""
        return reports.documents(self._channel, tahun)

    def _look(self, keys: Sequence[Key]) -> list[Held]:
        told = self._channel.baca([wire.key_of(key) for key in keys])
        try:
            return [wire.held(key, one) for key, one in zip(keys, told, strict=True)]
        except ValueError:
            raise TryAgain("Jawaban e-Kinerja atas pembacaan tidak terbaca.", langkah="Ulangi sebentar lagi.") from None
