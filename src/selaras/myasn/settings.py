"""How one run of the provider is set: from whoever starts it to its process, as one line of JSON."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import orjson

from selaras.galat import DataError
from selaras.myasn import clients, faults
from selaras.myasn.clients import Klien
from selaras.myasn.faults import Knobs

ENVIRONMENT = "SELARAS_MYASN_SETELAN"  # set by the server for itself, never by a person
THREADS = 8  # requests at once; the pool has a connection for each
CODE_SECONDS = 60
_TAKEN = frozenset({"iss", "sub", "aud", "exp", "iat", "nbf", "jti", "nonce", "auth_time", "at_hash", "name", ""})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the people are, who may ask, and what the claims are called."""

    dsn: str
    issuer: str
    klien: tuple[Klien, ...]
    gangguan: Knobs = field(default_factory=Knobs)
    klaim_nip: str = "nip"
    klaim_nik: str | None = None
    umur_kode: int = CODE_SECONDS

    def __post_init__(self) -> None:
        """Raise `DataError` where a claim is to have the name of another."""
        if self.klaim_nip in _TAKEN or self.klaim_nik in _TAKEN or self.klaim_nip == self.klaim_nik:
            raise DataError("Nama klaim NIP atau NIK sudah dipakai klaim lain.", langkah="Pakai nama lain, mis. nip.")

    def line(self) -> bytes:
        """Return everything as one line."""
        whole: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        whole |= {"klien": [one.plain() for one in self.klien], "gangguan": self.gangguan.plain()}
        return orjson.dumps(whole, option=orjson.OPT_NON_STR_KEYS)


def read(line: str) -> Settings:
    """Read what `line` wrote."""
    data: dict[str, Any] = orjson.loads(line)
    data |= {"klien": clients.parse(data["klien"]), "gangguan": faults.parse(data["gangguan"])}
    return Settings(**data)


def here() -> Settings:
    """Return the settings of this process."""
    return read(os.environ[ENVIRONMENT])
