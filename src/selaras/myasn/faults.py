"""The fault knobs: what goes wrong with a sign-in, and with which one.

`{"daftar": {"3": "tanpa_nip"}}` spoils the third sign-in; `{"setiap": {"jwks": "500"}}` spoils every request of one
endpoint until the knobs are turned again.

>>> knobs = parse({"daftar": {"2": "ditolak"}, "setiap": {"jwks": "lambat"}})
>>> [knobs.pick(n) and str(knobs.pick(n)) for n in (1, 2, 3)], str(knobs.setiap["jwks"])
([None, 'ditolak', None], 'lambat')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from selaras.setempat import gangguan

ENDPOINTS = ("discovery", "jwks", "authorize", "token", "userinfo")
LONGEST_WAIT = 120


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


_READER = gangguan.Reader(
    faults=Fault,
    keys=frozenset({"benih", "peluang", "daftar", "setiap", "detik"}),
    example='{"daftar": {"3": "tanpa_nip"}, "setiap": {"jwks": "500"}}',
)


@dataclass(frozen=True, slots=True)
class Knobs(gangguan.Knobs[Fault]):
    """A setting of the knobs; the default lets everything pass."""

    setiap: Mapping[str, Fault] = field(default_factory=dict)


def parse(data: object) -> Knobs:
    """Read knobs from JSON. Raises `DataError` that names what cannot be read."""
    found, common = _READER.common(data, longest=LONGEST_WAIT)
    always = _READER.section(found, "setiap")
    return Knobs(**common, setiap={_endpoint(name): _of_requests(fault) for name, fault in always.items()})


def _of_requests(name: object) -> Fault:
    fault = _READER.fault(name)
    if fault not in _OF_REQUESTS:
        raise _READER.unreadable(f"«setiap» hanya mengenal {', '.join(_OF_REQUESTS)}")
    return fault


def _endpoint(name: str) -> str:
    if name not in ENDPOINTS:
        raise _READER.unreadable(f"«{name}» tidak dikenal; yang ada: {', '.join(ENDPOINTS)}")
    return name
