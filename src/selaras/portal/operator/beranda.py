"""The operator's home: what waits for him first."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from selaras.accounts.roles import Izin
from selaras.jobs.daftar_guru import Sekolah
from selaras.monitoring.selectors import sekolah_list
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scoped
from selaras.portal.kartu import Kartu
from selaras.portal.operator.pilih import for_school
from selaras.portal.operator.sekolah import Pekerjaan, work


@for_school(Izin.LIHAT_SEKOLAH)
def beranda(request: HttpRequest, sekolah: Sekolah) -> HttpResponse:
    """Show the one next step of an operator, what people reported to him, and how far the school is."""
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        found = work(connection, request, sekolah.id, instansi)
        schools = sekolah_list(connection, instansi=instansi.id, tahun=instansi.tahun, sekolah=sekolah.id)
    content: dict[str, Any] = {
        "sekolah": sekolah, "kartu": first(found), "lapor": found.lapor, "ringkas": schools[0] if schools else None,
        "diajukan": len(found.diajukan),
    }  # fmt: skip
    return render(request, "portal/operator/beranda.html", content)


def first(found: Pekerjaan) -> Kartu:
    """Choose the one card: who holds somebody back comes before what can wait."""
    held = {k.orang_id or k.nama for k in found.perlu if k.keadaan != "catatan"}
    later = {k.orang_id or k.nama for k in found.perlu} - held
    if held or later:
        return Kartu(
            f"{len(held or later)} orang perlu perbaikan identitas",
            "NIP atau data lain belum sama dengan SIASN, jadi belum bisa sinkron."
            if held
            else "Tidak menghalangi sinkron, tetapi baik dirapikan bila sempat.",
            ("Buka Verval PTK di Selaras: angka lama dan yang benar sudah berdampingan.",
             "Ajukan di Verval PTK, lalu tandai sudah diajukan."),
            di_mana="Verval PTK", nada="aksi" if held else "diam", ikon="id-card", url=reverse("operator"),
            tombol="Lihat orangnya",
        )  # fmt: skip
    if found.diajukan:
        return Kartu("Tinggal menunggu", "Semua yang perlu sudah diajukan. Laporan berikutnya memastikannya.",
                     nada="tunggu", ikon="clock")  # fmt: skip
    return Kartu("Tidak ada yang menunggu", "Identitas semua guru di sekolah ini sudah cocok.", nada="baik",
                 ikon="circle-check")  # fmt: skip
