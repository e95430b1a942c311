"""Which school a page of this room is about, and whether whoever asks may see it."""

from __future__ import annotations

from typing import Any

import psycopg
from django.http import Http404, HttpRequest

from selaras.accounts.roles import Izin
from selaras.monitoring.roster import school_name
from selaras.portal.db import scope_of
from selaras.portal.ids import name_of, number_of
from selaras.portal.session import SCHOOL


def sekolah_of(request: HttpRequest, nama: str, izin: Izin = Izin.LIHAT_SEKOLAH) -> int:
    """Return the school that the address names, one's own for '' (the one that was chosen among several).

    Raises `Http404` for a made-up name, `Forbidden` for a school out of reach.
    """
    scope = scope_of(request)
    sekolah = number_of("sekolah", nama) if nama else own_school(request)
    if sekolah is None:
        raise Http404
    scope.perlu(izin, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    return sekolah


def own_school(request: HttpRequest) -> int | None:
    """Return the only school of whoever asks, or the one chosen among several; None while none is chosen."""
    schools = scope_of(request).sekolah
    if len(schools) == 1:
        return schools[0]
    chosen = request.session.get(SCHOOL)
    return chosen if chosen in schools else None


def nama_of(connection: psycopg.Connection[Any], sekolah: int) -> str:
    """Return the name of a school that is visible. Raises `Http404` for any other."""
    name = school_name(connection, sekolah=sekolah)
    if not name:
        raise Http404
    return name


def alamat(sekolah: int, halaman: str = "") -> str:
    """Return the address of a page about a school."""
    ending = halaman if not halaman or "." in halaman else f"{halaman}/"
    return f"/sekolah/{name_of('sekolah', sekolah)}/{ending}"
