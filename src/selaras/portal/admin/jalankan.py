"""Setting things going: a sync, deriving anew. Quiet hours are shown, and passed only by who says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from selaras.accounts.roles import Izin
from selaras.apply.gate import READ_ONLY
from selaras.config import clock
from selaras.galat import Stop
from selaras.jobs import queue
from selaras.jobs.pmm_side import builtin_pmm
from selaras.jobs.schedule import real, schedule_of
from selaras.organisasi.selectors import Instansi
from selaras.portal.admin.proses import show, the_instansi
from selaras.portal.db import owner, scope_of
from selaras.portal.ids import name_of

WAITS = "Sinkron seperti ini sudah menunggu giliran; tidak ditambah."


@dataclass(frozen=True, slots=True)
class Tanya:
    """A question about quiet hours: where the answer goes, where one goes back to, what is to begin."""

    url: str
    kembali: str
    apa: str
    aksi: str = ""


@require_POST
def sinkronkan(request: HttpRequest) -> HttpResponse:
    """Put a sync in; in quiet hours ask first."""
    scope_of(request).perlu(Izin.KIRIM)
    with owner() as connection:
        instansi = the_instansi(connection)
    if instansi.hanya_baca and not builtin_pmm(instansi):
        raise Stop(READ_ONLY, langkah="Pakai «Proses ulang» untuk menghitung ulang dari laporan yang sudah diimpor.")
    until = quiet(instansi)
    choice = request.POST.get("jam_tenang", "")
    if until and choice not in ("sekarang", "tunggu"):
        return ask(request, Tanya("/jalan/sinkronkan/", "/jalan/", "Sinkron"), until, "jalan")
    return begin(request, instansi, until=until, paksa=choice == "sekarang")


@require_POST
def proses(request: HttpRequest) -> HttpResponse:
    """Let links, findings and states be derived anew."""
    scope = scope_of(request)
    scope.perlu(Izin.IMPOR)
    with owner() as connection:
        the_instansi(connection)
        queued = queue.enqueue_proses(connection, instansi=scope.instansi)
    if queued is None:
        messages.info(request, "Proses ulang sudah menunggu giliran; tidak ditambah.")
    else:
        messages.success(request, "Proses ulang masuk antrean. Halaman ini boleh ditinggal.")
    return redirect("jalan")


def quiet(instansi: Instansi) -> dt.datetime | None:
    """Return the end of the quiet hours of right now, None when it is none."""
    return schedule_of(instansi.pengaturan).quiet_until(clock.now())


def ask(request: HttpRequest, tanya: Tanya, until: dt.datetime, di: str) -> HttpResponse:
    """Ask whether to pass the quiet hours: nothing has been put in."""
    return show(request, "jam_tenang", di, {"tanya": tanya, "sampai": until}, status=409)


def begin(
    request: HttpRequest,
    instansi: Instansi,
    *,
    macam: str = queue.PENUH,
    plan: int | None = None,
    until: dt.datetime | None = None,
    paksa: bool = False,
) -> HttpResponse:
    """Put a sync in and go to its page; `until`: the end of the quiet hours, waited for unless `paksa`."""
    at = real(until) if until and not paksa and macam != queue.RENCANA else None
    with owner() as connection:
        number = queue.enqueue_sinkron(
            connection, instansi=instansi.id, macam=macam, plan=plan, oleh=scope_of(request).nama, paksa=paksa, at=at
        )
    if number is None:
        messages.info(request, WAITS)
        return redirect("jalan")
    return redirect("jalan_sinkron", nama=name_of("sinkron", number))
