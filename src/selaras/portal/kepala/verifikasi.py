"""Verifikasi: both sides of everybody, the head's sign-off, and the final report of the school."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from selaras.accounts.roles import Izin, Jenis
from selaras.accounts.scope import Cakupan
from selaras.config import clock
from selaras.galat import DataError
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kepala.lembar import baca, masih_sama
from selaras.portal.kepala.setujui_isi import AlasanForm, scope_now
from selaras.portal.kepala.tempat import nama_of
from selaras.portal.kepala.verifikasi_isi import KIND, gather
from selaras.portal.kerja import recorded
from selaras.review import final_report
from selaras.review.authority import of_role
from selaras.review.verifikasi import orang_sekolah, verifikasi

PER_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def halaman(request: HttpRequest, nama: str = "") -> HttpResponse:
    """Show the school's page to its head; to the admin the locked schools, and each when he names it."""
    role = scope_of(request)
    role.perlu(Izin.KUNCI_LAPORAN)
    if role.jenis is Jenis.KEPALA and nama:
        return redirect("verifikasi")
    if role.jenis is not Jenis.KEPALA and not nama:
        return schools(request)
    sekolah = number_of("sekolah", nama) if nama else role.sekolah[0]
    role.perlu(Izin.KUNCI_LAPORAN, sekolah=sekolah)
    request.tentang = {"sekolah": sekolah}
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        nama_of(connection, sekolah)
    if instansi is None:
        raise Http404
    form = None
    if request.method == "POST":
        form = _act(request, role, instansi, sekolah)
        if form is None:
            return redirect(request.get_full_path())
    with scoped(request) as connection:
        content = {"nama": nama_of(connection, sekolah), **gather(connection, role, instansi, sekolah, form)}
    return render(request, "portal/kepala/verifikasi.html", content, status=422 if form else 200)


def schools(request: HttpRequest) -> HttpResponse:
    """List the schools whose final report is locked, those that ask for opening first."""
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        found = final_report.locked(connection, tahun=instansi.tahun) if instansi else []
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("halaman"))
    rows = [{"kunci": one, "url": f"/verifikasi/{name_of('sekolah', one.sekolah_id)}/"} for one in page.object_list]
    asked = sum(one.minta_pada is not None for one in found)
    return render(request, "portal/kepala/verifikasi_semua.html", {"halaman": page, "baris": rows, "diminta": asked})


def _act(request: HttpRequest, role: Cakupan, instansi: Instansi, sekolah: int) -> AlasanForm | None:
    """Do what the pressed button says; returns the form that has to be mended, else None."""
    wanted = request.POST.get("aksi", "")
    if wanted == "minta":
        form = AlasanForm(request.POST, auto_id="buka-%s")
        if not form.is_valid():
            return form
    action = _ACTIONS.get(wanted)
    try:
        if action is None:
            raise DataError("Tombol itu tidak dikenal.")
        messages.success(request, action(request, role, instansi, sekolah))
    except DataError as error:
        messages.warning(request, str(error))
    return None


def _sign(request: HttpRequest, role: Cakupan, instansi: Instansi, sekolah: int) -> str:
    shown = baca(KIND, request.POST.get("lembar", ""))
    if not shown:
        raise DataError("Halaman tadi sudah terlalu lama atau tidak utuh.", langkah="Periksa lagi isinya di bawah ini.")
    with scoped(request) as connection:
        people = orang_sekolah(connection, instansi=instansi.id, tahun=instansi.tahun, sekolah=sekolah)
    names = {one.orang_id: one.nama or "(tanpa nama)" for one in people}
    standing = masih_sama(shown, {one.orang_id: (one.jejak, None) for one in people})
    signed = {one.orang_id: one.jejak for one in people if one.orang_id in standing}
    with recorded(request, "verifikasi") as (connection, run):
        who = of_role(role, izin=Izin.KUNCI_LAPORAN, sekolah=sekolah)
        found = verifikasi(connection, scope_now(request, instansi, run), who, signed, now=clock.now())
    moved = [names.get(number, "seseorang") for number in shown if number not in standing]
    for text, who_ in ((why, names[number]) for number, why in found.ditolak):
        messages.info(request, f"{who_}: {text}.")
    if moved:
        messages.warning(
            request, f"{len(moved)} orang tidak ditandai: isinya berubah sejak ditampilkan ({', '.join(moved[:5])})."
        )
    return f"{found.n} orang diverifikasi." if found.n else "Tidak ada yang baru ditandai."


def _lock(request: HttpRequest, role: Cakupan, instansi: Instansi, sekolah: int) -> str:
    with recorded(request, "kunci laporan akhir", proses=True) as (connection, run):
        who = of_role(role, izin=Izin.KUNCI_LAPORAN, sekolah=sekolah)
        scope = scope_now(request, instansi, run)
        final_report.lock(connection, scope, who, sekolah, now=clock.now(), terverifikasi=True)
    return "Laporan akhir dikunci. Sejak sekarang tidak ada yang dikirim untuk sekolah ini."


def _ask(request: HttpRequest, role: Cakupan, instansi: Instansi, sekolah: int) -> str:
    with recorded(request, "minta buka laporan akhir") as (connection, run):
        who = of_role(role, izin=Izin.KUNCI_LAPORAN, sekolah=sekolah)
        scope, reason = scope_now(request, instansi, run), request.POST.get("alasan", "")
        final_report.ask_unlock(connection, scope, who, sekolah, alasan=reason, now=clock.now())
    return f"Permintaan dicatat. Admin instansi ({instansi.kantor}) yang membukanya."


def _grant(request: HttpRequest, role: Cakupan, instansi: Instansi, sekolah: int) -> str:
    if role.jenis is Jenis.KEPALA:
        raise DataError("Laporan akhir dibuka oleh admin instansi.", langkah="Mintalah dengan alasan.")
    with recorded(request, "buka laporan akhir", proses=True) as (connection, run):
        who = of_role(role, izin=Izin.KUNCI_LAPORAN, sekolah=None)
        final_report.grant_unlock(connection, scope_now(request, instansi, run), who, sekolah, now=clock.now())
    return "Laporan akhir dibuka lagi. Kepala sekolah dapat memeriksa dan menguncinya kembali."


_ACTIONS: dict[str, Callable[[HttpRequest, Cakupan, Instansi, int], str]] = {
    "tandai": _sign,
    "kunci": _lock,
    "minta": _ask,
    "buka": _grant,
}
