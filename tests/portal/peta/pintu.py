"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

BOLEH: dict[str, set[Jenis]] = {}
LAIN: set[str] = {
    "masuk",
    "masuk/ikat",
    "masuk/lokal",
    "masuk/lokal/kode",
    "masuk/lokal/pasang",
    "accounts/oidc/<slug:provider_id>/login",
    "accounts/oidc/<slug:provider_id>/login/callback",
    "keluar",
    "peran",
}
