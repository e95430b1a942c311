"""OpenID Connect without a web framework: which providers there are, and what an id_token is worth.

>>> from selaras.accounts.oidc import number_claim
>>> number_claim({"nip": "19850101 201001 2 999"}, "nip")
'198501012010012999'
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from selaras.accounts.refusal import Refusal, Refused
from selaras.kinerja import nip as nip_rules
from selaras.kinerja import nuptk as nuptk_rules

# Only signatures that the provider alone can make: nothing that a client secret, or nobody, signs.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
LEEWAY = 60  # seconds by which two clocks may differ
CLAIMS_LIMIT = 200


class Menurut(StrEnum):
    """By what a provider's account finds the person."""

    NIP = "nip"
    NUPTK = "nuptk"
    EMAIL = "email"
    IKATAN = "ikatan"  # by nothing but a tie that was made once with a code


@dataclass(frozen=True, slots=True)
class Penyedia:
    """A provider as the environment names it."""

    kunci: str
    nama: str
    issuer: str
    client_id: str
    rahasia: str
    klaim: str
    menurut: Menurut
    domain: str = ""

    @property
    def asal(self) -> str:
        """Scheme and host, for the content policy."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def aman(self) -> bool:
        """Say whether it speaks HTTPS."""
        return urlsplit(self.issuer).scheme == "https"


def providers(env: Mapping[str, str] = os.environ) -> tuple[Penyedia, ...]:
    """Return the providers that are configured, My ASN first; one without an issuer is not there at all."""
    found = []
    if issuer := _issuer(env, "SELARAS_OIDC_ISSUER"):
        found.append(
            Penyedia(
                "myasn", env.get("SELARAS_OIDC_NAMA") or "My ASN", issuer,
                env.get("SELARAS_OIDC_CLIENT_ID") or "selaras", env.get("SELARAS_OIDC_CLIENT_SECRET", ""),
                env.get("SELARAS_OIDC_CLAIM_NIP") or "nip", Menurut.NIP,
            )
        )  # fmt: skip
    if issuer := _issuer(env, "SELARAS_BELAJARID_ISSUER"):
        by = env.get("SELARAS_BELAJARID_MENURUT", "")
        menurut = Menurut(by) if by in list(Menurut) else Menurut.EMAIL
        found.append(
            Penyedia(
                "belajarid", env.get("SELARAS_BELAJARID_NAMA") or "belajar.id", issuer,
                env.get("SELARAS_BELAJARID_CLIENT_ID") or "selaras", env.get("SELARAS_BELAJARID_CLIENT_SECRET", ""),
                env.get("SELARAS_BELAJARID_CLAIM") or str(menurut), menurut,
                env.get("SELARAS_BELAJARID_DOMAIN", "belajar.id").strip().lower(),
            )
        )  # fmt: skip
    return tuple(found)


def _issuer(env: Mapping[str, str], name: str) -> str:
    """Return the issuer; an address that is none counts as not configured, so that no page breaks on it."""
    value = env.get(name, "").strip()
    parts = urlsplit(value)
    return value if parts.scheme in ("http", "https") and parts.hostname and not parts.query else ""


def verified(id_token: object, keys: object, *, issuer: str, client_id: str, nonce: str, now: float) -> dict[str, Any]:
    """Return the claims of an id_token that is what it says (OpenID Connect Core 3.1.3.7), else raise `Refused`."""
    try:
        if not isinstance(id_token, str) or not isinstance(keys, dict):
            raise TypeError("id_token or keys missing")
        token = jwt.decode(id_token, KeySet.import_key_set(keys), algorithms=ALGORITHMS)  # type: ignore[arg-type]  # whatever the provider sent
        claims = dict(token.claims)
        jwt.JWTClaimsRegistry(
            now=int(now),
            leeway=LEEWAY,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
        ).validate(claims)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused(Refusal.TOKEN) from error
    told = claims.get("nonce")
    if not isinstance(told, str) or not secrets.compare_digest(told.encode(), nonce.encode()):
        raise Refused(Refusal.TOKEN)
    party = claims.get("azp", client_id if isinstance(claims["aud"], str) or len(claims["aud"]) == 1 else None)
    if party != client_id:
        raise Refused(Refusal.TOKEN)
    return claims


def number_claim(claims: Mapping[str, Any], name: str, *, menurut: Menurut = Menurut.NIP) -> str:
    """Return the one NIP (or NUPTK) of a claim. Raises `Refused` for none, several, or what can not be a number."""
    value = claims.get(name)
    if isinstance(value, list | tuple | dict):
        raise Refused(Refusal.GANDA)
    if value is None or (isinstance(value, str) and not value.strip()):
        raise Refused(Refusal.TANPA_KLAIM)
    rules = nip_rules if menurut is Menurut.NIP else nuptk_rules
    if not isinstance(value, str) or len(value) > CLAIMS_LIMIT or not rules.is_valid(value):
        raise Refused(Refusal.KLAIM_RUSAK)
    return str(rules.compact(value))


def email_claim(claims: Mapping[str, Any], name: str) -> str | None:
    """Return an e-mail address that the provider vouches for, in lower case; None without one."""
    value = claims.get(name)
    if not isinstance(value, str) or not 3 <= len(value) <= CLAIMS_LIMIT or value.count("@") != 1:
        return None
    return value.strip().lower() if claims.get("email_verified") is True else None


def of_domain(claims: Mapping[str, Any], domain: str) -> bool:
    """Say whether the account is one of the domain that is let in, or of one below it."""
    if not domain:
        return True
    host = (email_claim(claims, "email") or "").rpartition("@")[2]
    return host == domain or host.endswith(f".{domain}")
