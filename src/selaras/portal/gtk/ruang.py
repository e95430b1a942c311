"""The room: open only where the instansi has declared Selaras its PMM; who acts in it, and about which plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

import psycopg
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.accounts.roles import Izin, Jenis
from selaras.accounts.scope import Cakupan
from selaras.organisasi.selectors import Instansi, instansi_get, pmm_bawaan
from selaras.pmm import selectors
from selaras.portal.db import owner, scope_of
from selaras.portal.gtk.periode import Periode, dipilih, pilihan

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Ruang:
    """What every page of the room knows."""

    instansi: Instansi
    scope: Cakupan
    periode: Periode

    @property
    def id(self) -> int:
        """Return the number of the instansi."""
        return self.instansi.id

    @property
    def pilihan(self) -> list[tuple[int, list[Periode]]]:
        """List the periods for the chooser."""
        return pilihan(self.instansi)


def masuk(request: HttpRequest) -> Ruang | None:
    """Enter the room; None where it is switched off. Raises `Forbidden` for roles without people."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_DIRI)
    with owner() as connection:
        instansi = instansi_get(connection)
    if instansi is None or not pmm_bawaan(instansi):
        return None
    name = "Ruang GTK (LATIHAN)" if instansi.latihan else "Ruang GTK"
    request.bingkai = replace(request.bingkai, aplikasi=name)
    return Ruang(instansi, scope, dipilih(request, instansi))


def di_ruang(
    view: Callable[Concatenate[Any, Ruang, P], HttpResponse],
) -> Callable[Concatenate[Any, P], HttpResponse]:
    """Hand the view its room. Where it is switched off its address does not exist."""

    @wraps(view)
    def inner(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        ruang = masuk(request)
        if ruang is None:
            raise Http404
        return view(request, ruang, *args, **kwargs)

    return inner


def halaman(request: HttpRequest, ruang: Ruang, nama: str, isi: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Render a page of the room."""
    return render(request, f"portal/gtk/{nama}.html", {"ruang": ruang, **isi}, status=status)


def akun_saya(connection: psycopg.Connection) -> str | None:
    """Return the account of whoever asks, by his NIP; None when there is none, or not one without doubt."""
    rows = connection.execute("SELECT unnest(app_pm_saya())").fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


def wajib_akun(connection: psycopg.Connection, ruang: Ruang, *, menilai: bool = False) -> str:
    """Return the account that acts. Raises `Http404` without one.

    menilai: in rating, an admin of the dinas acts for its one rater; about his own year everybody acts for himself.
    """
    if menilai and ruang.scope.jenis is Jenis.ADMIN_DINAS:
        rows = connection.execute("SELECT id FROM pm_pegawai WHERE dinas AND aktif").fetchall()
        found = str(rows[0][0]) if len(rows) == 1 else None
    else:
        found = akun_saya(connection)
    if found is None:
        raise Http404
    return found


def wajib_skp(connection: psycopg.Connection, ruang: Ruang, oleh: str, skp: UUID, *hak: str) -> selectors.Skp:
    """Return a plan about which the account has one of these rights. Raises `Http404` for any other."""
    found = selectors.skp_satu(connection, instansi=ruang.id, oleh=oleh, skp_id=skp)
    if found is None or not any(getattr(found, satu) for satu in hak):
        raise Http404
    return found


def setahun(connection: psycopg.Connection, ruang: Ruang, oleh: str, skp: selectors.Skp) -> dict[str, Any]:
    """Return the year around a plan, and the plan as `skp_ini`."""
    found = selectors.tahun_guru(
        connection, instansi=ruang.id, oleh=oleh, pegawai_id=str(skp.pegawai_id), tahun=skp.tahun
    )
    return found | {"skp_ini": next(one for one in found["skp"] if one["id"] == skp.id)}
