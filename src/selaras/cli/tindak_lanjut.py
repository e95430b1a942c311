"""selaras tindak-lanjut: the papers that say who does what; filled status columns come back in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from selaras.cli.options import as_json, scoped, view
from selaras.cli.output import print_json, say
from selaras.jobs.folder import opened, run
from selaras.jobs.papers import read_ticks, store_ticks, write
from selaras.jobs.position import position


@click.command("tindak-lanjut")
@click.option("--per-sekolah", is_flag=True, help="Satu lembar per sekolah (PDF dan teks).")
@click.option("--wa", is_flag=True, help="Teks pesan WhatsApp.")
@click.option("--keluar", type=click.Path(path_type=Path, file_okay=False), help="Folder tempat menulis.")
@click.option(
    "--baca", type=click.Path(path_type=Path, exists=True), help="Baca kembali kolom status yang sudah diisi."
)
@scoped
@as_json
def tindak_lanjut(
    per_sekolah: bool,
    wa: bool,
    keluar: Path | None,
    baca: Path | None,
    tahun: int | None,
    npsn: str | None,
    nip: str | None,
    as_json: bool,
) -> None:
    """Tulis siapa harus melakukan apa: buku kerja admin, lembar sekolah, pesan WhatsApp."""
    if baca:
        _read_back(baca, as_json)
        return
    target = keluar or Path("tindak-lanjut")
    with opened() as folder:
        seen = view(folder, tahun, npsn, nip)
        posisi = position(folder, tahun=seen.tahun, sekolah=seen.sekolah)
    written = write(posisi, target, per_sekolah=per_sekolah, messages=wa)
    if as_json:
        print_json({"folder": str(target), "berkas": [str(path.relative_to(target)) for path in written]})
        return
    say(f"{len(written)} berkas ditulis ke {target}. operator.xlsx memuat NIP utuh: jangan dikirim lewat WhatsApp.")


def _read_back(path: Path, as_json: bool) -> None:
    rows = read_ticks(path)
    with opened() as folder, run(folder, "tanda selesai") as number:
        stored = store_ticks(folder.connection, instansi=folder.need().id, run=number, rows=rows)
        folder.connection.commit()
    counted = Counter(str(row.status) for row in rows)
    if as_json:
        print_json({"dibaca": stored, "status": dict(counted)})
        return
    say(f"{stored} tanda dibaca: " + ", ".join(f"{name} {number}" for name, number in counted.items()))
    say("Tanda hanya dicatat; yang menutup kendala adalah laporan berikutnya.")


COMMANDS = (tindak_lanjut,)
