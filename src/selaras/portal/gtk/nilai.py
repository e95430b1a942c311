"""Rating: the year's activities beside the form, several teachers at once, the predikat confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selaras.galat import DataError
from selaras.kinerja import predikat, rating
from selaras.pmm import selectors, services
from selaras.portal.db import scoped
from selaras.portal.gtk.guru import Tempat, wajib_tempat
from selaras.portal.gtk.nilai_form import NilaiForm
from selaras.portal.gtk.ruang import Ruang, di_ruang, halaman, wajib_akun
from selaras.portal.kerja import recorded

MATRIKS = [
    (nama, [(rating.NAMA[perilaku], predikat.NAMA[predikat.dari(hasil, perilaku)]) for perilaku in (1, 2, 3)])
    for hasil, nama in rating.NAMA.items()
]


@require_http_methods(["GET", "HEAD", "POST"])
@di_ruang
def nilai(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Show everybody who can be rated now; store what is sound, say beside each what is not."""
    with scoped(request) as connection:
        tempat = wajib_tempat(connection, request, ruang)
        oleh = wajib_akun(connection, ruang, menilai=True)
        daftar = selectors.daftar_guru(
            connection, instansi=ruang.id, oleh=oleh, npsn=tempat.npsn, tahun=ruang.periode.tahun,
            slot=ruang.periode.slot,
        )  # fmt: skip
        open_ones = [one for one in daftar.baris if one.bisa_dinilai]
        done = selectors.kegiatan_setahun(
            connection, instansi=ruang.id, oleh=oleh, pegawai=[one.pegawai_id for one in open_ones],
            tahun=ruang.periode.tahun,
        )  # fmt: skip
    data = request.POST if request.method == "POST" else None
    forms_ = [NilaiForm(one, done.get(one.pegawai_id, ()), data) for one in open_ones]
    status = 200
    if data is not None:
        answer, status = _take(request, ruang, oleh, tempat, forms_)
        if answer is not None:
            return answer
    content = {
        "tempat": tempat, "orang": forms_, "matriks": MATRIKS, "tertunda": len(daftar.baris) - len(open_ones),
        "konfirmasi": sum(one.konfirmasi for one in forms_),
    }  # fmt: skip
    return halaman(request, ruang, "nilai", content, status=status)


def _take(
    request: HttpRequest, ruang: Ruang, oleh: str, tempat: Tempat, forms_: list[NilaiForm]
) -> tuple[HttpResponse | None, int]:
    """Store what is sound. Returns where to go, or None and the status with which the form is shown again."""
    sound = [one for one in forms_ if one.is_valid()]
    said = [one for one in sound if one.berisi]
    asking = [one for one in said if one.lengkapi()]
    if asking and len(sound) == len(forms_):
        return None, 200
    stored = _store(request, ruang, oleh, [one for one in said if one not in asking])
    if asking or any(one.errors for one in forms_):
        if stored:
            messages.success(request, f"{stored} penilaian tersimpan; yang lain menunggu perbaikan di bawah.")
        return None, 422
    if not said:
        messages.info(request, "Tidak ada penilaian yang berubah.")
        return redirect(f"/gtk/nilai/{tempat.tanya}"), 302
    messages.success(request, f"{stored} penilaian tersimpan. Berikutnya: tetapkan predikat dan kirim ke guru.")
    return redirect(f"/gtk/guru/{tempat.tanya}"), 302


def _store(request: HttpRequest, ruang: Ruang, oleh: str, said: list[NilaiForm]) -> int:
    if not said:
        return 0
    try:
        with recorded(request, "gtk: nilai guru", amati=True) as (connection, _):
            told = services.penilaian_banyak(
                connection, instansi=ruang.id, oleh=oleh, slot=ruang.periode.slot, baris=[one.isian() for one in said]
            )
    except DataError as error:
        said[0].add_error(None, str(error))
        return 0
    for form, result in zip(said, told, strict=True):
        for sentence in result.galat:
            form.add_error(None, sentence)
    return sum(not result.galat for result in told)
