"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

BOLEH: dict[str, set[Jenis]] = {
    "/peran-orang/": {Jenis.ADMIN_INSTANSI},
    "/catatan-akses/": {Jenis.ADMIN_INSTANSI, Jenis.TEKNISI},
}
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
    "peran-orang/<str:nama>",
    "peran-orang/cabut/<uuid:peran>",
}
