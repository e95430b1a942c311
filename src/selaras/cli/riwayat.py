"""selaras riwayat: everything known about one teacher, both sides, with file and row."""

from __future__ import annotations

from typing import Any

import click

from selaras.cli.kendala import kendala_json, listed, show_lines
from selaras.cli.options import as_json, identities, view
from selaras.cli.output import print_json, say, shown, table
from selaras.jobs.folder import opened
from selaras.monitoring.history import history
from selaras.monitoring.texts import tanggal

_SECRET = ("nip", "nik", "nuptk")


@click.command()
@click.argument("nip")
@click.option("--tahun", type=click.IntRange(2022, 2100), help="Tahun kinerja.")
@identities
@as_json
def riwayat(nip: str, tahun: int | None, whole: bool, as_json: bool) -> int:
    """Semua yang diketahui tentang satu guru: kedua sisi, padanan, kendala, berkas dan barisnya."""
    with opened() as folder:
        seen = view(folder, tahun, None, nip)
        told = history(folder.connection, orang=seen.orang or 0, instansi=seen.instansi.id)
        found = [item for item in listed(folder, seen) if item.tingkat != "instansi"]
    told["akun"] = [{key: _hide(key, value, whole) for key, value in row.items()} for row in told["akun"]]
    if as_json:
        print_json(
            {"riwayat": told, "kendala": [kendala_json(item, whole=whole) for item in found], "data_per": seen.per}
        )
        return 0
    say(f"Data per {tanggal(seen.per)}")
    _tables(told)
    if found:
        show_lines(found, whole=whole)
    return 0


def _hide(key: str, value: Any, whole: bool) -> Any:
    return shown(value, whole=whole) if key in _SECRET else value


def _tables(told: dict[str, Any]) -> None:
    table(("Sistem", "Nama", "NIP", "NIK", "Sekolah", "UNOR", "Jabatan", "Padan karena"),
          [(a["sistem"], a["nama"], a["nip"], a["nik"], a["sekolah"], a["unor"], a["jabatan"], f"{a['dasar']} ({a['oleh']})") for a in told["akun"]],
          title="Akun dan padanan")  # fmt: skip
    table(("Sisi", "Jenis", "Periode", "Hasil", "Perilaku", "Predikat", "Berkas, baris", "Data per", "Berlaku"),
          [(r["sisi"], r["jenis"], r["periode"], r["hasil"], r["perilaku"], r["predikat"], f"{r['berkas']}, {r['baris']}", r["data_per"],
            "ya" if r["berlaku"] else "lama") for r in told["catatan"] if r["jenis"] != "kegiatan"], title="Yang dikatakan tiap sisi")  # fmt: skip
    table(("Tahun", "Jenis", "Periode", "Keadaan", "Kode"),
          [(e["tahun"], e["jenis"], e["periode"], e["keadaan"], e["kode"]) for e in told["entri"]], title="Keadaan")  # fmt: skip
    table(("Data per", "Perintah", "Jenis", "Periode", "Dari", "Menjadi", "Kode"),
          [(s["data_per"], s["perintah"], s["jenis"], s["periode"], s["dari"], s["menjadi"], s["kode"]) for s in told["perjalanan"]],
          title="Perjalanan")  # fmt: skip


COMMANDS = (riwayat,)
