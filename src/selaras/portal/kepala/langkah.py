"""The five steps of a school: how many people are done, next or held at each, who acts, and the names behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, SEBUTAN, Siapa, Tahap, aturan_kode
from selaras.documents.tindak_lanjut.lima import Posisi, Status, jumlahkan, lima
from selaras.monitoring.langkah import Kedudukan, kedudukan
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import scope_of, scoped
from selaras.portal.guru import tautan
from selaras.portal.kepala.tempat import alamat, nama_of, sekolah_of

NADA = {Status.TERTAHAN: "tahan", Status.BERIKUTNYA: "aksi", Status.BELUM: "diam", Status.SELESAI: "baik"}
IKON = {
    Status.TERTAHAN: "lock", Status.BERIKUTNYA: "pointer", Status.BELUM: "circle", Status.SELESAI: "circle-check",
}  # fmt: skip
MAKNA = {
    Tahap.PERSIAPAN: "Kepala sekolah menilai praktik kinerja dan perilaku kerja semua guru, menetapkan predikat, "
    "lalu mengirimnya kepada semua guru.",
    Tahap.IDENTITAS: "Masuk e-Kinerja dengan akun My ASN; nama, NIP, dan unit kerja sudah benar.",
    Tahap.PERIODE: "Periode penilaian triwulan 1 sampai 4 sudah ada di e-Kinerja (Manajemen Periode).",
    Tahap.SINKRON: "Sinkron untuk 1 Januari sampai 31 Desember, lalu Sinkro Penilaian tiap triwulan.",
    Tahap.VERIFIKASI: "Isi kedua sisi dicocokkan satu per satu; guru dan kepala sekolah menyatakan benar.",
}
Berdiri = tuple[Kedudukan, tuple[Posisi, ...]]


def langkah(request: HttpRequest, nama: str = "") -> HttpResponse:
    """Show the five steps of a school."""
    sekolah = sekolah_of(request, nama)
    with scoped(request) as connection:
        name = nama_of(connection, sekolah)
        instansi = instansi_get(connection)
        found = (
            kedudukan(connection, instansi=scope_of(request).instansi, tahun=instansi.tahun, sekolah=sekolah)
            if instansi
            else []
        )
    people = [(o, lima(o.kode, kepala=o.kepala, lengkap=o.lengkap)) for o in found]
    totals = jumlahkan((steps, 1) for _, steps in people)
    steps = [
        {
            "judul": JUDUL_TAHAP[total.tahap], "makna": MAKNA[total.tahap], "jumlah": total, "id": str(total.tahap),
            "nada": NADA[total.status], "ikon": IKON[total.status],
            "berikutnya": _who(people, number, Status.BERIKUTNYA), "tertahan": _who(people, number, Status.TERTAHAN),
        }
        for number, total in enumerate(totals)
    ]  # fmt: skip
    content = {"nama": name, "langkah": steps if found else (), "url_sekolah": alamat(sekolah)}
    return render(request, "portal/kepala/langkah.html", content)


def _who(people: Sequence[Berdiri], number: int, status: Status) -> list[dict[str, Any]]:
    """List what is to be done at a step, who does it, and whom it is about."""
    groups: dict[tuple[Siapa, str], list[dict[str, str]]] = {}
    for o, steps in people:
        if steps[number].status is not status:
            continue
        entry = {"nama": o.nama or "(sudah pindah)", "url": tautan.alamat_langkah(o.orang_id) if o.nama else ""}
        for kode in steps[number].kode:
            rule = aturan_kode(kode, kepala=o.kepala)[0]
            groups.setdefault((Siapa(rule.siapa), rule.singkat), []).append(entry)
    ordered = sorted(groups.items(), key=lambda pair: (list(Siapa).index(pair[0][0]), -len(pair[1])))
    return [{"siapa": SEBUTAN.get(who, "Waktu"), "teks": text, "nama": names} for (who, text), names in ordered]
