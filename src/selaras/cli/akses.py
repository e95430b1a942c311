"""selaras kode, selaras peran: who may come in, and as what."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import click

from selaras.accounts.codes import tampil
from selaras.accounts.roles import Jenis, Sebagai
from selaras.cli.options import as_json, day, view
from selaras.cli.output import print_json, say, table
from selaras.galat import DataError
from selaras.jobs import access
from selaras.jobs.folder import Folder, opened, run

GIVEN = [str(one) for one in Jenis if one is not Jenis.GURU]


@click.command()
@click.option("--sekolah", "npsn", help="Untuk semua guru satu sekolah (NPSN).")
@click.option("--nip", help="Untuk satu orang.")
@as_json
def kode(npsn: str | None, nip: str | None, as_json: bool) -> None:
    """Buat kode masuk sekali pakai; hanya tampil sekali ini."""
    if not npsn and not nip:
        raise DataError("Untuk siapa kode ini?", langkah="Sebut --sekolah NPSN atau --nip NIP.")
    with opened() as folder, run(folder, "kode"):
        seen = view(folder, None, npsn, nip)
        made = access.codes(folder, sekolah=seen.sekolah, orang=seen.orang)
    if as_json:
        cards = [{"nama": one.nama, "kode": tampil(one.kode), "sampai": one.berlaku_sampai} for one in made]
        print_json({"kode": cards})
        return
    table(("Nama", "Kode"), [(one.nama, tampil(one.kode)) for one in made])
    say("Serahkan langsung kepada orangnya; kode lama yang belum dipakai tidak berlaku lagi.")


@click.command()
@click.option("--beri", "jenis", type=click.Choice(GIVEN), help="Beri peran ini.")
@click.option("--cabut", type=click.UUID, help="Cabut peran dengan nomor ini.")
@click.option("--nip", help="Kepada siapa.")
@click.option("--sekolah", "npsn", help="Di sekolah mana (NPSN).")
@click.option("--sebagai", type=click.Choice([str(one) for one in Sebagai]), default="definitif", show_default=True)
@click.option("--nomor-sk", default="", help="Nomor SK Plt./Plh.")
@click.option("--mulai", callback=day, help="Berlaku sejak (bawaan: hari ini).")
@click.option("--sampai", callback=day, help="Berlaku sampai.")
@as_json
def peran(
    jenis: str | None,
    cabut: UUID | None,
    nip: str | None,
    npsn: str | None,
    sebagai: str,
    nomor_sk: str,
    mulai: dt.date | None,
    sampai: dt.date | None,
    as_json: bool,
) -> None:
    """Lihat, beri, atau cabut peran. Guru dan kepala sekolah definitif mengikuti data."""
    with opened() as folder, run(folder, "peran"):
        if cabut is not None:
            access.take(folder, cabut)
        if jenis is not None:
            seen = view(folder, None, npsn, nip)
            if seen.orang is None:
                raise DataError("Kepada siapa peran ini?", langkah="Tambahkan --nip NIP.")
            access.give(
                folder,
                orang=seen.orang,
                jenis=Jenis(jenis),
                sekolah=seen.sekolah,
                sebagai=Sebagai(sebagai),
                nomor_sk=nomor_sk,
                mulai=mulai,
                sampai=sampai,
            )
        _show(folder, as_json=as_json)


def _show(folder: Folder, *, as_json: bool) -> None:
    rows = access.given(folder)
    if as_json:
        names = ("nomor", "nama", "jenis", "sekolah", "sebagai", "mulai", "sampai")
        print_json({"peran": [dict(zip(names, (str(row[0]), *row[1:]), strict=True)) for row in rows]})
    elif rows:
        table(
            ("Nama", "Peran", "Sekolah", "Berlaku", "Nomor"),
            [
                (nama, Jenis(jenis).nama, sekolah or "", f"{mulai} s.d. {sampai or '-'}", str(number))
                for number, nama, jenis, sekolah, _, mulai, sampai in rows
            ],
        )
    else:
        say("Belum ada peran yang diberikan. Contoh: selaras peran --beri admin_instansi --nip NIP.")


COMMANDS = (kode, peran)
