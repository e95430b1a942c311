"""Who it is that comes from a provider, by what its id_token says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import psycopg

from selaras.accounts.oidc import Menurut, Penyedia, email_claim, number_claim, of_domain
from selaras.accounts.refusal import Refusal, Refused
from selaras.accounts.services import orang_by_claim
from selaras.accounts.ties import orang_by_email, orang_by_nuptk, tied, uid_of


def person_of(
    connection: psycopg.Connection, penyedia: Penyedia, claims: Mapping[str, Any], *, instansi: int, now: dt.datetime
) -> int | None:
    """Return the person, or None when the account must first be tied with a code. Raises `Refused`.

    My ASN is never tied: its NIP decides each time, so that whoever got another NIP is another person.
    """
    if not of_domain(claims, penyedia.domain):
        raise Refused(Refusal.DOMAIN)
    if penyedia.menurut is Menurut.NIP:
        number = number_claim(claims, penyedia.klaim)
        return orang_by_claim(connection, instansi=instansi, nip=number)
    if penyedia.menurut is Menurut.NUPTK:
        number = number_claim(claims, penyedia.klaim, menurut=Menurut.NUPTK)
        return orang_by_nuptk(connection, instansi=instansi, nuptk=number)
    known = tied(connection, penyedia=penyedia.kunci, uid=uid_of(penyedia.issuer, claims["sub"]), now=now)
    if known is not None or penyedia.menurut is Menurut.IKATAN:
        return known
    email = email_claim(claims, penyedia.klaim)
    return orang_by_email(connection, instansi=instansi, email=email) if email else None
