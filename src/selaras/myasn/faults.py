"""The fault knobs: what goes wrong with a sign-in, and with which one.

`{"daftar": {"3": "tanpa_nip"}}` spoils the third sign-in since the knobs were set; `{"peluang": {"500": 0.02}}` spoils
by chance, the n-th sign-in always in the same way for one `benih`. `{"setiap": {"jwks": "500"}}` spoils every request
of one endpoint until the knobs are turned again.

>>> knobs = parse({"daftar": {"2": "ditolak"}, "setiap": {"jwks": "lambat"}})
>>> [knobs.pick(n) and str(knobs.pick(n)) for n in (1, 2, 3)], str(knobs.setiap["jwks"])
([None, 'ditolak', None], 'lambat')
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from selaras.galat import DataError

ENDPOINTS = ("discovery", "jwks", "authorize", "token", "userinfo")
LONGEST_WAIT = 120
_KEYS = frozenset({"benih", "peluang", "daftar", "setiap", "detik"})


class Fault(StrEnum):
    """What can go wrong with one sign-in."""

    REFUSED = "ditolak"  # the person says no: access_denied
    UNKNOWN = "nip_asing"  # a NIP that nobody in the folder has
    MISSING = "tanpa_nip"
    AMBIGUOUS = "nip_ganda"  # two NIPs in one claim, as Keycloak gives an attribute with two values
    MALFORMED = "nip_rusak"  # as a worksheet that took it for a number leaves it
    EXPIRED = "token_kedaluwarsa"
    NONCE = "nonce_salah"
    AUDIENCE = "aud_salah"
    SIGNATURE = "tanda_salah"  # signed with a key that the JWKS does not hold
    OTHER = "userinfo_lain"  # userinfo speaks of somebody else than the id_token
    SLOW = "lambat"  # the token endpoint answers after `detik` seconds
    FAIL = "500"  # the token endpoint fails


_OF_REQUESTS = (Fault.SLOW, Fault.FAIL)


@dataclass(frozen=True, slots=True)
class Knobs:
    """A setting of the knobs; the default lets everything pass."""

    benih: int = 0
    peluang: Mapping[Fault, float] = field(default_factory=dict)
    daftar: Mapping[int, Fault] = field(default_factory=dict)
    setiap: Mapping[str, Fault] = field(default_factory=dict)
    detik: float = 1.0

    def pick(self, number: int) -> Fault | None:
        """Return what happens to the n-th sign-in: the list first, then chance."""
        if number in self.daftar:
            return self.daftar[number]
        drawn = random.Random(f"{self.benih}:{number}").random()  # noqa: S311 - chance to be repeated, no secret
        for fault, share in self.peluang.items():
            drawn -= share
            if drawn < 0:
                return fault
        return None

    def plain(self) -> dict[str, Any]:
        """Return the knobs as the JSON that sets them."""
        return asdict(self)


def parse(data: object) -> Knobs:
    """Read knobs from JSON. Raises `DataError` that names what cannot be read."""
    if not isinstance(data, dict):
        raise _unreadable("harus satu objek JSON")
    if unknown := sorted(map(str, set(data) - _KEYS)):
        raise _unreadable(f"«{unknown[0]}» tidak dikenal; yang ada: {', '.join(sorted(_KEYS))}")
    chances = {_fault(name): _number(name, share, 1) for name, share in _object(data, "peluang").items()}
    if sum(chances.values()) > 1:
        raise _unreadable("jumlah peluang lebih dari 1")
    return Knobs(
        benih=int(_number("benih", data.get("benih", 0), 1e9)),
        peluang=chances,
        daftar={_count(n): _fault(name) for n, name in _object(data, "daftar").items()},
        setiap={_endpoint(name): _of_requests(fault) for name, fault in _object(data, "setiap").items()},
        detik=_number("detik", data.get("detik", 1.0), LONGEST_WAIT),
    )


def _object(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise _unreadable(f"«{name}» harus objek")
    return found


def _fault(name: object) -> Fault:
    try:
        return Fault(str(name))
    except ValueError:
        raise _unreadable(f"gangguan «{name}» tidak dikenal; yang ada: {', '.join(Fault)}") from None


def _of_requests(name: object) -> Fault:
    fault = _fault(name)
    if fault not in _OF_REQUESTS:
        raise _unreadable(f"«setiap» hanya mengenal {', '.join(_OF_REQUESTS)}")
    return fault


def _endpoint(name: str) -> str:
    if name not in ENDPOINTS:
        raise _unreadable(f"«{name}» tidak dikenal; yang ada: {', '.join(ENDPOINTS)}")
    return name


def _number(name: str, value: object, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise _unreadable(f"«{name}» harus angka dari 0 sampai {most:g}")
    return value


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 9 or int(text) < 1:
        raise _unreadable(f"«{text}» bukan nomor urut masuk (1, 2, 3, ...)")
    return int(text)


def _unreadable(why: str) -> DataError:
    return DataError(
        f"Setelan gangguan tidak terbaca: {why}.",
        langkah='Contoh: {"daftar": {"3": "tanpa_nip"}, "setiap": {"jwks": "500"}}.',
    )
