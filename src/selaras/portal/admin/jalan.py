"""Runs: what goes on, how far it is, what was done before; it goes on whether somebody looks or not."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.jobs.folder import Folder
from selaras.jobs.pmm_side import builtin_pmm
from selaras.jobs.runs import Jalan, parts, run_get, runs, stages
from selaras.jobs.status import status
from selaras.portal.admin import jalan_kata as kata
from selaras.portal.admin.proses import paged, show, the_instansi
from selaras.portal.db import owner, scope_of
from selaras.portal.ids import number_of
from selaras.ui.format import persen


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """List what goes on and what was done, newest first, a page at a time."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    with owner() as connection:
        instansi = the_instansi(connection)

        def fetch(limit: int, offset: int) -> tuple[list[kata.Baris], int]:
            found = runs(connection, instansi=instansi.id, limit=limit, offset=offset)
            return [kata.baris(one) for one in found], found[0].n if found else 0

        page = paged(request, fetch)
        now = status(Folder(connection, instansi))
    content = {
        "halaman": page,
        "sekarang": now,
        "pekerja": any(one["hidup"] for one in now["pekerja"]),
        "hanya_baca": instansi.hanya_baca,
        "bisa_sinkron": not instansi.hanya_baca or builtin_pmm(instansi),
        "boleh_sinkron": scope.boleh(Izin.KIRIM),
        "boleh_proses": scope.boleh(Izin.IMPOR),
    }
    return show(request, "jalan", "jalan", content)


@require_safe
def satu(request: HttpRequest, nama: str) -> HttpResponse:
    """Show one run."""
    return _page(request, run=number_of("jalan", nama))


@require_safe
def sinkron(request: HttpRequest, nama: str) -> HttpResponse:
    """Show one sync, also one that has not got its turn."""
    return _page(request, sinkron=number_of("sinkron", nama))


@never_cache
@require_safe
def satu_isi(request: HttpRequest, nama: str) -> HttpResponse:
    """Give the part of the page of a run that changes."""
    request.potongan = True
    return render(request, "portal/admin/jalan_isi.html", _content(request, run=number_of("jalan", nama)))


@never_cache
@require_safe
def sinkron_isi(request: HttpRequest, nama: str) -> HttpResponse:
    """Give the part of the page of a sync that changes."""
    request.potongan = True
    return render(request, "portal/admin/jalan_isi.html", _content(request, sinkron=number_of("sinkron", nama)))


def _page(request: HttpRequest, *, run: int | None = None, sinkron: int | None = None) -> HttpResponse:
    return show(request, "jalan_satu", "jalan", _content(request, run=run, sinkron=sinkron))


def _content(request: HttpRequest, *, run: int | None = None, sinkron: int | None = None) -> dict[str, object]:
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_INSTANSI)
    with owner() as connection:
        instansi = the_instansi(connection)
        found = run_get(connection, instansi=instansi.id, run=run, sinkron=sinkron)
        if found is None:
            raise Http404
        bars = [] if found.berakhir or found.run is None else kata.ukur(stages(connection, found.run))
        sent = parts(connection, found.sinkron)
        alive = any(one["hidup"] for one in status(Folder(connection, instansi))["pekerja"])
    return {
        "b": kata.baris(found),
        "ukur": bars,
        "boleh_kirim": scope.boleh(Izin.KIRIM),
        "bagian_kirim": sent,
        "persen_kirim": persen(sent["sudah"], sent["jumlah"]) if sent else None,
        "langkah": kata.step(found),
        "tahap": _stage(found, bars),
        "tanpa_pekerja": not alive and not found.berakhir and not found.hidup,
    }


def _stage(found: Jalan, bars: list[kata.Ukur]) -> str:
    """Say in one line where it is: what is read out when it changes."""
    words = kata.RUPA[found.keadaan][0]
    living = [bar.tahap for bar in bars if not bar.mati]
    return f"{words}: {', '.join(dict.fromkeys(living))}" if living and not found.berakhir else words
