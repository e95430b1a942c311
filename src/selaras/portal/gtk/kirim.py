"""Setting the predikat of a period and sending it to all teachers; taking one back with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.galat import DataError
from selaras.kinerja import predikat
from selaras.pmm import selectors, services
from selaras.pmm.kosakata import Nilai
from selaras.portal.db import scoped
from selaras.portal.gtk.guru import Tempat, wajib_tempat
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, wajib_akun, wajib_skp
from selaras.portal.kerja import recorded


class AlasanForm(forms.Form):
    """Why something is taken back."""

    alasan = forms.CharField(
        label="Alasan", max_length=2000, widget=forms.Textarea({"rows": 3}), help_text="Guru membaca alasan ini."
    )


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def kirim(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Show who would get a predikat, who has it, and who is left out and why; then do it in one action."""
    with scoped(request) as connection:
        tempat = wajib_tempat(connection, request, ruang)
        oleh = wajib_akun(connection, ruang, menilai=True)
        where: dict[str, Any] = {
            "instansi": ruang.id, "oleh": oleh, "npsn": tempat.npsn, "tahun": ruang.periode.tahun,
            "slot": ruang.periode.slot,
        }  # fmt: skip
        told = selectors.calon_kirim(connection, **where)
        daftar = selectors.daftar_guru(connection, **where)
    if request.method == "POST":
        return _send(request, ruang, tempat, where)
    by_person = {one.pegawai_id: one for one in daftar.baris}
    content = {
        "tempat": tempat,
        "siap": [
            (one.nama, predikat.NAMA.get(by_person[one.pegawai_id].predikat or 0, ""))
            for one in told
            if one.hasil == "terkirim" and one.pegawai_id in by_person
        ],
        "sudah": [
            {"baris": one, "predikat": predikat.NAMA.get(one.predikat or 0, "")}
            for one in daftar.baris
            if one.nilai == Nilai.TERKIRIM
        ],
        "kurang": [one for one in told if one.hasil == "kurang"],
    }
    return halaman(request, ruang, "kirim", content)


def _send(request: HttpRequest, ruang: Ruang, tempat: Tempat, where: dict[str, Any]) -> HttpResponse:
    if request.POST.get("periode") != ruang.periode.kunci:
        messages.error(request, "Periode berganti di jendela lain. Periksa daftar ini, lalu tekan sekali lagi.")
        return redirect(f"/gtk/kirim/{tempat.tanya}")
    with recorded(request, "gtk: tetapkan dan kirim", amati=True) as (connection, _):
        told = services.tetapkan_kirim(connection, **where)
    sent = sum(one.hasil == "terkirim" for one in told)
    left = sum(one.hasil == "kurang" for one in told)
    if sent:
        messages.success(request, f"Predikat {ruang.periode.nama} ditetapkan dan dikirim ke {sent} guru.")
    else:
        messages.info(request, "Tidak ada yang baru untuk dikirim.")
    if left:
        messages.warning(request, f"{left} guru belum dikirimi; alasannya di bawah.")
    return redirect(f"/gtk/kirim/{tempat.tanya}")


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def tarik(request: HttpRequest, ruang: Ruang, skp: UUID) -> HttpResponse:
    """Take back a rating that was set or sent; the proof of it stays, marked."""
    with scoped(request) as connection:
        oleh = wajib_akun(connection, ruang, menilai=True)
        plan = wajib_skp(connection, ruang, oleh, skp, "menilai")
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with recorded(request, "gtk: tarik penilaian", amati=True) as (connection, _):
                services.penilaian_tarik(
                    connection, instansi=ruang.id, oleh=oleh, skp_id=str(plan.id), slot=ruang.periode.slot,
                    alasan=form.cleaned_data["alasan"],
                )  # fmt: skip
        except DataError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Penilaian {plan.nama} untuk {ruang.periode.nama} ditarik; sekarang draf lagi.")
            return redirect("/gtk/")
    content = {"form": form, "plan": plan}
    return halaman(request, ruang, "tarik", content, status=422 if form.errors else 200)
