"""Who may ask: clients registered by configuration, each with its exact addresses.

>>> [one] = parse([{"id": "selaras", "kembali": ["http://127.0.0.1:8000/kembali"]}])
>>> one.publik, one.check_redirect_uri("http://127.0.0.1:8000/kembali/")
(True, False)
"""

from __future__ import annotations

import re
import secrets
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from authlib.oauth2.rfc6749 import ClientMixin  # type: ignore[import-untyped]  # authlib carries no types

from selaras.galat import DataError

SCOPES = ("openid", "profile", "email")
_KEYS = frozenset({"id", "nama", "rahasia", "kembali", "keluar"})
_ID = re.compile(r"[A-Za-z0-9._-]{1,100}")
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9a-f:]+\](:\d{1,5})?")  # goes into a header
_WHOLE = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Klien(ClientMixin):  # type: ignore[misc]  # see the import
    """A client: public without a secret. Addresses are compared letter by letter."""

    id: str
    nama: str
    rahasia: str | None
    kembali: tuple[str, ...]
    keluar: tuple[str, ...] = ()

    @property
    def publik(self) -> bool:
        """Say whether it has no secret."""
        return self.rahasia is None

    @property
    def client_metadata(self) -> dict[str, list[str]]:
        """What the end of a session looks up."""
        return {"post_logout_redirect_uris": list(self.keluar)}

    def get_client_id(self) -> str:
        """Return the id."""
        return self.id

    def get_default_redirect_uri(self) -> None:
        """Return none: OpenID Connect Core 3.1.2.1 wants it named."""

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """Return what is known of the scope; None without `openid`."""
        asked = (scope or "").split()
        return " ".join(one for one in SCOPES if one in asked) if "openid" in asked else None

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Say whether the address is registered."""
        return redirect_uri in self.kembali

    def check_client_secret(self, client_secret: str) -> bool:
        """Compare the secret."""
        return self.rahasia is not None and secrets.compare_digest(self.rahasia.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """Let a public client go without a secret, and nobody else."""
        return (method == "none") == self.publik

    def check_response_type(self, response_type: str) -> bool:
        """Let codes be asked for."""
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """Let codes be redeemed."""
        return grant_type == "authorization_code"

    def plain(self) -> dict[str, Any]:
        """Return the client as the JSON that registers it."""
        return asdict(self)


def origin(address: str) -> str:
    """Return scheme and host of a registered address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def parse(data: object) -> tuple[Klien, ...]:
    """Read the registrations from JSON. Raises `DataError` that names what cannot be read."""
    if not isinstance(data, list) or not data:
        raise _unreadable("harus daftar JSON yang berisi")
    found = tuple(_klien(one) for one in data)
    if len({one.id for one in found}) < len(found):
        raise _unreadable("ada id yang kembar")
    return found


def _klien(data: object) -> Klien:
    if not isinstance(data, dict):
        raise _unreadable("tiap klien harus objek")
    if unknown := sorted(map(str, set(data) - _KEYS)):
        raise _unreadable(f"«{unknown[0]}» tidak dikenal; yang ada: {', '.join(sorted(_KEYS))}")
    name, secret = data.get("id"), data.get("rahasia")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise _unreadable("«id» harus huruf, angka, titik, garis")
    if secret is not None and (not isinstance(secret, str) or not secret):
        raise _unreadable("«rahasia» harus teks, atau tidak ada")
    back = _addresses(data, "kembali")
    if not back:
        raise _unreadable("«kembali» belum berisi alamat")
    return Klien(name, str(data.get("nama") or name), secret, back, _addresses(data, "keluar"))


def _addresses(data: dict[str, Any], name: str) -> tuple[str, ...]:
    found = data.get(name, [])
    if not isinstance(found, list | tuple):
        raise _unreadable(f"«{name}» harus daftar alamat")
    return tuple(_address(name, one) for one in found)


def _address(name: str, value: object) -> str:
    try:
        parts = urlsplit(str(value))
    except ValueError:
        parts = urlsplit("")
    whole = isinstance(value, str) and _WHOLE.fullmatch(value) and "#" not in value
    if not whole or parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        raise _unreadable(f"isi «{name}» bukan alamat http(s) yang utuh")
    return str(value)


def _unreadable(why: str) -> DataError:
    return DataError(
        f"Pendaftaran klien tidak terbaca: {why}.",
        langkah='Contoh: [{"id": "selaras", "kembali": ["http://127.0.0.1:8000/masuk/kembali"]}].',
    )
