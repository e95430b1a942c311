"""The frame around every page: who is here, as what, for which instansi, and of which day the data are.

A middleware above this room sets `request.bingkai`; without one the frame says only what the settings
`SELARAS_INSTANSI` and `SELARAS_LATIHAN` know, so that an error page needs no database.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

FOLDED = 6  # more links than these do not stand above a page on a telephone


@dataclass(frozen=True, slots=True)
class Menu:
    """One link of the main navigation, or a group of them.

    aktif   the page that is open is this one, stands below it, or in the group
    persis  it is this very page
    """

    teks: str
    url: str
    ikon: str = ""
    aktif: bool = False
    persis: bool = False
    anak: tuple[Menu, ...] = ()


@dataclass(frozen=True, slots=True)
class Peran:
    """A role at a place: what the role switch posts as `peran`, and the words for it."""

    kunci: str
    nama: str
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class Bingkai:
    """Everything that the header, the navigation and the footer show."""

    instansi: str = ""
    latihan: bool = False
    hanya_baca: bool = False
    tahun: int | None = None
    data_per: dt.date | None = None
    nama: str = ""
    peran: Peran | None = None
    peran_lain: tuple[Peran, ...] = ()
    menu: tuple[Menu, ...] = ()
    aplikasi: str = "Selaras"
    url_beranda: str = "/"
    url_masuk: str = "/masuk/"
    url_keluar: str = "/keluar/"
    url_peran: str = "/peran/"

    @property
    def menu_panjang(self) -> bool:
        """Say whether the navigation is folded on a narrow screen."""
        return len(self.menu) > FOLDED or any(butir.anak for butir in self.menu)


def bawaan() -> Bingkai:
    """Return the frame that needs nobody signed in and no database."""
    return Bingkai(
        instansi=getattr(settings, "SELARAS_INSTANSI", ""),
        latihan=getattr(settings, "SELARAS_LATIHAN", False),
    )


def dari(request: HttpRequest | None) -> Bingkai:
    """Return the frame that was set on the request, else the one of the settings."""
    ada = getattr(request, "bingkai", None)
    return ada if isinstance(ada, Bingkai) else bawaan()


def bingkai(request: HttpRequest) -> dict[str, object]:
    """Context processor: `bingkai`, and `latihan` by itself."""
    ini = dari(request)
    return {"bingkai": ini, "latihan": ini.latihan}
