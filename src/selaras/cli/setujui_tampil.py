"""What `selaras setujui` prints: odd ones first, names and masked NIPs."""

from __future__ import annotations

from collections import Counter
from typing import Any

from selaras.cli.output import print_json, say, shown, table
from selaras.review.selectors import Waiting, schools
from selaras.review.services import Putusan, Reviewed

LINES = 60
DONE = {
    Putusan.SETUJU: "disetujui",
    Putusan.KEMBALIKAN: "dikembalikan",
    Putusan.BAWA_PMM: "diputuskan: bawa nilai PMM",
    Putusan.PERTAHANKAN: "diputuskan: pertahankan e-Kinerja",
    Putusan.TARIK: "diputuskan: tarik dari e-Kinerja",
}


def show_waiting(items: list[Waiting]) -> None:
    """Print what waits: per school, then the odd ones one by one."""
    if not items:
        say("Tidak ada yang menunggu persetujuan.")
        return
    rows = [(s.npsn, s.sekolah, s.menunggu, s.janggal, s.untuk_kepala, s.untuk_admin) for s in schools(items)]
    head = ("NPSN", "Sekolah", "#Menunggu", "#Janggal", "#Kepala sekolah", "#Admin instansi")
    table(head, rows, title="Menunggu persetujuan")
    odd = [item for item in items if not item.biasa]
    lines = [
        (x.npsn, x.nama, shown(x.nip, whole=False), x.apa, x.dari, x.menjadi, "; ".join(x.janggal) or x.alasan, x.untuk)
        for x in odd[:LINES]
    ]
    if lines:
        columns = ("NPSN", "Nama", "NIP", "Apa", "e-Kinerja", "Ruang GTK", "Yang janggal", "Menunggu")
        table(columns, lines, title="Periksa satu per satu")
    if len(odd) > LINES:
        say(f"… dan {len(odd) - LINES} lagi; persempit dengan --sekolah atau --nip.")
    say("Yang tidak janggal: selaras setujui --sekolah NPSN --biasa. Yang berbeda: --bawa-pmm atau --pertahankan.")


def shown_json(items: list[Waiting]) -> dict[str, Any]:
    """Give what waits as --json shows it."""
    return {
        "menunggu": [
            {
                "npsn": x.npsn, "sekolah": x.sekolah, "nama": x.nama, "nip": shown(x.nip, whole=False), "apa": x.apa,
                "kode": x.kode, "ekinerja": x.dari, "pmm": x.menjadi, "janggal": x.janggal, "untuk": x.untuk,
                "dikembalikan": x.alasan if x.putusan == Putusan.KEMBALIKAN else None,
            }
            for x in items
        ]
    }  # fmt: skip


def show_done(found: Reviewed, items: list[Waiting], putusan: Putusan, *, as_json: bool) -> None:
    """Say how many words were written and where none could be."""
    named = {item.id: item for item in items}
    if as_json:
        refused = [
            {"nama": named[r.entry].nama, "apa": named[r.entry].apa, "sebab": r.kalimat}
            for r in found.ditolak
            if r.entry in named
        ]
        print_json({"putusan": DONE[putusan], "jumlah": found.n, "tidak_bisa": refused})
        return
    say(f"{found.n} isian {DONE[putusan]}.")
    for sebab, count in Counter(refusal.kalimat for refusal in found.ditolak).most_common():
        who = [named[r.entry] for r in found.ditolak if r.kalimat == sebab and r.entry in named][:5]
        say(f"{count} isian tidak bisa: {sebab} ({', '.join(f'{x.nama} {x.apa}' for x in who)})")
    if not found.n and not found.ditolak:
        say("Tidak ada yang menunggu di cakupan ini.")


__all__ = ["show_done", "show_waiting", "shown_json"]
