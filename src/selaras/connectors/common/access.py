"""Where an API of ours is and with which token: from the environment, else from the settings of the instansi.

The token is never in the database: it stands in an environment variable, or in a file of its own that only its owner
may read, and the settings name that file (`{"ekinerja": {"url": ..., "token_berkas": ..., "batas_waktu": 30}}`).
"""

from __future__ import annotations

import ipaddress
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from selaras.galat import Stop

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Access:
    """Address, token and patience; the token is kept out of every text."""

    url: str
    token: str = field(repr=False)
    patience: float = PATIENCE

    @property
    def host(self) -> str:
        """Host and port, as errors name them."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def nearby(self) -> bool:
        """Say whether the address is this machine or the local net."""
        return _nearby(urlsplit(self.url))


@dataclass(frozen=True, slots=True)
class System:
    """A system that is reached so: its name for people, its key in the settings, the prefix of its variables."""

    nama: str
    setting: str
    prefix: str

    @property
    def url(self) -> str:
        """Name the variable of the address."""
        return f"{self.prefix}_URL"

    @property
    def token(self) -> str:
        """Name the variable of the token."""
        return f"{self.prefix}_TOKEN"


def access(system: System, settings: Mapping[str, Any], environ: Mapping[str, str]) -> Access | None:
    """Return how to reach the API; None when no address is set. Raises `Stop` when something is missing or unsafe."""
    mine = settings.get(system.setting)
    mine = mine if isinstance(mine, Mapping) else {}
    url = (environ.get(system.url) or str(mine.get("url") or "")).strip().rstrip("/")
    if not url:
        return None
    token = environ.get(system.token, "").strip() or _from_file(system, str(mine.get("token_berkas") or ""))
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise Stop(
            f"Token {system.nama} belum ada atau rusak.",
            langkah=f"Admin instansi menempelkan token ke {system.token}, atau ke berkas yang disebut pengaturan "
            "«token_berkas».",
        )
    return Access(_safe(system, url), token, _patience(mine.get("batas_waktu")))


def _safe(system: System, url: str) -> str:
    """Return the address if a token may travel there. Raises `Stop`."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc or parts.query or parts.fragment:
        raise Stop(
            f"Alamat {system.nama} tidak terbaca ({system.url}).",
            langkah="Bentuknya: https://nama-server atau http://127.0.0.1:8801.",
        )
    if parts.scheme == "http" and not _nearby(parts):
        raise Stop(
            f"Alamat {parts.hostname} tidak memakai https: token dan NIP akan terbaca di jalan.",
            langkah="Pakai https, atau alamat di mesin ini atau jaringan setempat.",
        )
    return url


def _nearby(parts: SplitResult) -> bool:
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_private
    except ValueError:
        return False


def _from_file(system: System, name: str) -> str:
    if not name:
        return ""
    path = Path(name).expanduser()
    try:
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise Stop(
                f"Berkas token {system.nama} dapat dibaca orang lain.",
                di_mana=path.name,
                langkah="Ubah haknya dengan «chmod 600», lalu buat token baru karena yang ini mungkin sudah terbaca.",
            )
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Stop(f"Berkas token {system.nama} tidak bisa dibaca.", di_mana=path.name) from None


def _patience(value: object) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 600
    return float(value) if usable else PATIENCE  # type: ignore[arg-type]  # `usable` says that it is a number
