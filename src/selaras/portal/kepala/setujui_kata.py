"""Taking the word of a person from the page, and saying what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.config import clock
from selaras.organisasi.selectors import Instansi
from selaras.portal.kepala.lembar import baca, masih_sama
from selaras.portal.kepala.setujui_isi import KIND, AlasanForm, scope_now
from selaras.portal.kerja import recorded
from selaras.review import services
from selaras.review.authority import of_role
from selaras.review.selectors import Waiting
from selaras.review.services import Putusan, Reviewed

DONE = {
    Putusan.SETUJU: "disetujui", Putusan.KEMBALIKAN: "dikembalikan dengan alasan",
    Putusan.BAWA_PMM: "diputuskan: bawa nilai Ruang GTK", Putusan.PERTAHANKAN: "diputuskan: pertahankan e-Kinerja",
    Putusan.TARIK: "diputuskan: tarik dari e-Kinerja",
}  # fmt: skip
SENT = (Putusan.SETUJU, Putusan.BAWA_PMM, Putusan.TARIK)
AGAIN = frozenset({"sudah_disetujui", "sudah_dikembalikan"})
NAMES = 5
Refused = tuple[int | None, AlasanForm | None]


def say(
    request: HttpRequest, role: Cakupan, instansi: Instansi, items: Sequence[Waiting], *, sekolah: int | None
) -> Refused | None:
    """Write the word; None when the page may be shown anew, else the entry and the form that has to be mended.

    `items` is what the role can see right now: whatever stands otherwise than it was shown is left alone.
    """
    seen = baca(KIND, request.POST.get("lembar", ""))
    if not seen:
        messages.error(request, "Halaman tadi sudah terlalu lama atau tidak utuh. Periksa lagi isinya di bawah ini.")
        return None, None
    putusan = _putusan(request)
    if putusan is None or (len(seen) > 1 and putusan is not Putusan.SETUJU):
        messages.error(request, "Putusan itu tidak dikenal. Pilih salah satu tombol.")
        return None, None
    entry = next(iter(seen)) if "putusan" in request.POST else None
    form = AlasanForm(request.POST, putusan=putusan, auto_id=f"alasan-{entry}-%s")
    if entry is not None and not form.is_valid():
        return entry, form
    known = {x.id: x for x in items}
    standing = masih_sama(seen, {x.id: x.pasangan for x in items})
    reason = form.cleaned_data["alasan"] if entry is not None else None
    found = _write(request, role, instansi, putusan, sorted(seen), standing, reason, sekolah=sekolah)
    _tell(request, found, putusan, known)
    return None


def _putusan(request: HttpRequest) -> Putusan | None:
    try:
        return Putusan(int(request.POST.get("putusan", Putusan.SETUJU)))
    except ValueError:
        return None


def _write(
    request: HttpRequest, role: Cakupan, instansi: Instansi, putusan: Putusan, entries: Sequence[int],
    seen: Mapping[int, services.Pasangan], reason: str | None, *, sekolah: int | None,
) -> Reviewed:  # fmt: skip
    with recorded(request, "setujui", proses=True) as (connection, run):
        scope, now = scope_now(request, instansi, run), clock.now()
        who = of_role(role, izin=Izin.SETUJUI, sekolah=sekolah)
        if putusan is Putusan.SETUJU:
            return services.approve(connection, scope, who, entries, now=now, alasan=reason, dilihat=seen)
        if putusan is Putusan.KEMBALIKAN:
            return services.give_back(connection, scope, who, entries, alasan=reason or "", now=now, dilihat=seen)
        return services.decide(connection, scope, who, entries, putusan, alasan=reason or "", now=now, dilihat=seen)


def _tell(request: HttpRequest, found: Reviewed, putusan: Putusan, known: Mapping[int, Waiting]) -> None:
    if found.n:
        after = (
            " Selaras menghitung ulang, lalu mengirimnya pada pengiriman berikut; tidak perlu menunggu di halaman ini."
            if putusan in SENT
            else " Selaras menghitung ulang keadaannya."
        )
        messages.success(request, f"{found.n} isian {DONE[putusan]}.{after}")
    groups: dict[str, list[str]] = defaultdict(list)
    for refusal in found.ditolak:
        item = known.get(refusal.entry or 0)
        name = f"{item.nama or '(tanpa nama)'} {item.apa}" if item else "isian yang tidak lagi menunggu"
        groups["" if refusal.sebab in AGAIN else refusal.kalimat].append(name)
    if again := groups.pop("", None):
        messages.info(request, f"{len(again)} isian sudah diputuskan sebelumnya; sekali saja cukup.")
    for words, names in groups.items():
        more = f", dan {len(names) - NAMES} lagi" if len(names) > NAMES else ""
        messages.warning(request, f"{len(names)} isian tidak diproses: {words} ({', '.join(names[:NAMES])}{more}).")
