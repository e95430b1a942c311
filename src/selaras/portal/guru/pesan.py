"""A pop-up message of e-Kinerja, pasted: what it means, whose move it is, what to do."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from selaras.monitoring.pesan import Arti, arti, sebab
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.selectors import kendala_list
from selaras.organisasi.selectors import Instansi, instansi_get
from selaras.portal.db import scoped
from selaras.portal.guru.orang import dilihat
from selaras.portal.guru.surat import tertutup
from selaras.portal.kartu import card, sentences

# What people see where e-Kinerja says nothing: (in the address, in words, what it means, codes that explain it).
GEJALA = (
    ("tombol-skp", "Tombol Sinkron PMM / Ruang GTK tidak ada",
     "Biasanya NIP di Verval PTK tidak sama dengan NIP di SIASN.", ("N1", "N3")),
    ("tombol-nilai", "Tombol Sinkro Penilaian tidak ada",
     "Tombol itu muncul bila SKP sudah masuk e-Kinerja dan periode instansi rapi.", ("S7", "P2", "P3")),
    ("tidak-berubah", "Tombol sudah ditekan, tetapi tidak ada yang berubah",
     "Itu bukan kesalahan: tidak ada nilai baru di Ruang GTK. Bila nilainya memang belum ada, atasan melengkapinya.",
     ("R1", "R2")),
    ("atasan", "Nama atasan salah atau kosong",
     "Data kepala sekolah atau unit kerja di e-Kinerja belum yang terbaru.", ("A1", "K1")),
)  # fmt: skip


class PesanForm(forms.Form):
    """The message as e-Kinerja shows it."""

    pesan = forms.CharField(
        label="Tempel pesannya di sini",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Salin dari jendela kecil e-Kinerja, atau ketik seperti yang tertulis.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pesan(request: HttpRequest) -> HttpResponse:
    """Explain a message, or what is seen where there is none. Nothing is kept."""
    who = dilihat(request, None)
    form = PesanForm(request.POST if request.method == "POST" else None)
    content: dict[str, Any] = {"form": form, "orang": who, "tab": who.tab("pesan"), "gejala": GEJALA}
    symptom = next((row for row in GEJALA if row[0] == request.GET.get("gejala")), None)
    bad = form.is_bound and not form.is_valid()
    if bad or not (form.is_bound or symptom):
        return render(request, "portal/guru/pesan.html", content, status=422 if bad else 200)
    with scoped(request) as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Http404
        if form.is_bound:
            text = form.cleaned_data["pesan"]
            found = arti(connection, text)
            content |= {"arti": found, "tertulis": tertutup(text), "form": PesanForm(initial={"pesan": tertutup(text)})}
        else:
            found = Arti(symptom[1], menolak=True, kode=symptom[3]) if symptom else Arti("", menolak=False, kode=())
            content |= {"arti": found, "keterangan": symptom[2] if symptom else ""}
        per = request.bingkai.data_per
        own = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, orang=who.id) if per else ()
    listed = causes(found, own, instansi)
    content |= {"sebab": listed, "milik": any(one["milik"] for one in listed), "kantor": instansi.kantor}
    return render(request, "portal/guru/pesan.html", content)


def causes(found: Arti, own: tuple[Kendala, ...], instansi: Instansi) -> list[dict[str, Any]]:
    """List the causes that can stand behind a message: those that the data show for this person first."""
    here = [card(k) | {"milik": True, "judul": k.judul} for k in own if k.kode in found.kode]
    if here:
        return here
    texts = [sebab(kode, tahun=instansi.tahun, kantor=instansi.kantor, instansi=instansi.nama) for kode in found.kode]
    return [asdict(one) | {"langkah": sentences(one.langkah), "milik": False} for one in texts]
