"""What the provider says of a person, truly or as the knobs want it."""

from __future__ import annotations

from typing import Any

from selaras.myasn.faults import Fault
from selaras.myasn.people import Orang, People
from selaras.myasn.settings import Settings


def claims_of(orang: Orang, fault: Fault | None, people: People, settings: Settings) -> dict[str, Any]:
    """Return the claims on the person: `sub`, `name`, the NIP and, where it is set and known, the NIK."""
    told: dict[str, Any] = {"sub": orang.sub, "name": orang.nama or orang.samar}
    nip = _nip(orang, fault, people)
    if nip is not None:
        told[settings.klaim_nip] = nip
    if settings.klaim_nik and orang.nik:
        told[settings.klaim_nik] = orang.nik
    return told


def _nip(orang: Orang, fault: Fault | None, people: People) -> str | list[str] | None:
    match fault:
        case Fault.MISSING:
            return None
        case Fault.UNKNOWN:
            return people.foreign_nip()
        case Fault.AMBIGUOUS:
            return [orang.nip, people.other_nip(orang.nip)]
        case Fault.MALFORMED:
            return f"{float(orang.nip):.5E}" if orang.nip.isdecimal() else orang.nip
    return orang.nip
