"""Daerah latihan in a folder: both sides brought in, and damages mended where the people responsible would mend them.

Either e-Kinerja is a heap of reports (two snapshots, read only), or it is the built-in application, which can be
written: then its tables are loaded, and its reports are read through the target like those of any other. What the
district was made of is kept with the instansi, so that a mending needs no arguments again.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.galat import Stop
from selaras.jobs import rehearsal_people as people
from selaras.jobs import rehearsal_pmm as pmm
from selaras.jobs import rehearsal_target as target
from selaras.jobs.folder import Folder, data_per, run
from selaras.jobs.importing import Wish, files_of, impor
from selaras.jobs.process import process
from selaras.jobs.transfer import observe
from selaras.latihan.district import INSTANSI, District, buat
from selaras.latihan.isi_ekinerja import beda, isi
from selaras.latihan.isi_pmm import beda as beda_pmm
from selaras.latihan.isi_pmm import isi as isi_pmm
from selaras.latihan.paket import tulis_pihak, tulis_semua
from selaras.latihan.perbaikan import EKINERJA, PERBAIKAN, pihak
from selaras.organisasi.selectors import pmm_bawaan
from selaras.organisasi.services import instansi_create, instansi_set, target_bind

SETTING = "latihan"  # in instansi.pengaturan
ALL = "SEMUA"
NOT_DAMAGED = {
    "S6": "SKP Plt./Plh. memang tidak ikut dihitung.",
    "S7": "SKP-nya tinggal dibawa ke e-Kinerja.",
    "S8": "nilainya tinggal dibawa ke e-Kinerja.",
    "X2": "orangnya memang di luar cakupan.",
}
_FILES = ("pmm", "dapodik", "siasn", "peta")


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on: how many files, the file being read (name, files done, rows), and the stage."""

    files: Callable[[int], None] = lambda total: None
    file: Callable[[str, int, int], None] = lambda name, done, rows: None
    stage: Callable[[str], None] = lambda name: None


def remembered(folder: Folder) -> District | None:
    """Give the district that this folder rehearses, as mended so far; None when it rehearses none."""
    kept = folder.instansi.pengaturan.get(SETTING) if folder.instansi else None
    if kept is None:
        return None
    made = buat(
        *(kept["sekolah"], kept["guru"], kept["tahun"], kept["seed"], kept["bersih"]),
        periode_rusak=kept["periode_rusak"],
        bawaan=kept["bawaan"],
        per=dt.date.fromisoformat(kept["per"]),
    )
    return made.tanpa(kept["diperbaiki"])


def load(folder: Folder, made: District, watch: Watch) -> list[str]:
    """Bring a new district into the folder. Returns sentences about what could not be as damaged as asked for.

    Raises `Stop` when the folder holds real data or another district.
    """
    _refuse(folder, made)
    made = remembered(folder) or made  # as of the day on which it was loaded
    with tempfile.TemporaryDirectory() as temporary:
        if made.bawaan:
            _builtin(folder, made, Path(temporary), watch)
        else:
            _reports(folder, made, Path(temporary), watch)
    return _impossible(made)


def mend(folder: Folder, wanted: Sequence[str], watch: Watch) -> tuple[str, ...]:
    """Let the people responsible mend these codes (or `ALL`), and look again. Returns the codes that were mended now.

    Files come first: they can be read twice without harm. The tables of e-Kinerja and what is remembered change in
    one transaction, so a mending that was cut off is simply asked for again.
    """
    before = remembered(folder)
    if before is None:
        raise Stop(
            "Folder ini tidak berisi daerah latihan yang bisa diperbaiki.",
            langkah="Buat dulu dengan «selaras latihan».",
        )
    codes = _codes(before, wanted)
    if not codes:
        return ()
    after = before.tanpa(codes)
    sides = {side for code in codes for side in pihak(code, bawaan=before.bawaan)}
    written = sides - {EKINERJA} if after.bawaan else sides  # the built-in e-Kinerja speaks for itself, by no file
    with tempfile.TemporaryDirectory() as temporary, run(folder, "latihan") as number:
        _import(folder, tulis_pihak(after, Path(temporary), written), Wish(after.tahun, number, per=after.hari), watch)
        if after.bawaan:
            _mend_tables(folder, before, after)
        _remember(folder, after)
        folder.connection.commit()
        if after.bawaan and EKINERJA in sides:
            observe(folder, tahun=after.tahun, run=number)
        process(folder, tahun=after.tahun, run=number, progress=watch.stage)
        if people.decide(folder, after, codes, run=number):
            process(folder, tahun=after.tahun, run=number, progress=watch.stage)
    return codes


def _mend_tables(folder: Folder, before: District, after: District) -> None:
    connection, instansi = folder.connection, folder.need().id
    was, becomes = isi(before), isi(after)
    gone = {p.id for p in was.periode} - {p.id for p in becomes.periode}
    target.drop_periods(connection, instansi=instansi, ids=gone)
    target.fill(connection, instansi=instansi, tahun=after.tahun, isi=beda(was, becomes))
    if pmm_bawaan(folder.instansi):
        pmm.fill(connection, instansi=instansi, isi=beda_pmm(isi_pmm(before), isi_pmm(after)))


def _codes(made: District, wanted: Sequence[str]) -> tuple[str, ...]:
    asked = dict.fromkeys(code.upper() for code in wanted)
    if ALL in asked:
        asked = dict.fromkeys(sorted(PERBAIKAN))
    for code in asked:
        if code in NOT_DAMAGED:
            raise Stop(f"{code} bukan kerusakan: {NOT_DAMAGED[code]}", langkah="Sebut kode lain, atau SEMUA.")
        if code not in PERBAIKAN:
            raise Stop(f"Kode {code} tidak dikenal daerah latihan.", langkah=f"Kode: {', '.join(sorted(PERBAIKAN))}.")
    return tuple(code for code in asked if made.rusak(code))


def _refuse(folder: Folder, made: District) -> None:
    if folder.instansi is None:
        return
    if not folder.instansi.latihan:
        raise Stop(
            "Folder ini berisi data nyata; daerah latihan tidak dimasukkan.",
            langkah="Pakai SELARAS_DATA=... yang lain.",
        )
    kept = folder.instansi.pengaturan.get(SETTING)
    if kept is None and made.bawaan and data_per(folder):
        raise Stop(
            "Folder latihan ini sudah berisi laporan; aplikasi bawaan tidak dicampur dengannya.",
            langkah="Pakai SELARAS_DATA=... yang lain.",
        )
    if kept is not None and kept | {"per": None} != _settings(made) | {"per": None}:
        raise Stop(
            "Folder ini sudah berisi daerah latihan lain, atau yang sudah diperbaiki.",
            langkah="Pakai SELARAS_DATA=... yang lain untuk daerah baru.",
        )


def _impossible(made: District) -> list[str]:
    if made.periode_rusak and made.rusak_periode is None:
        return [f"{made.periode_rusak[:2]} tidak terjadi di sini: e-Kinerja bawaan menolak periode seperti itu."]
    return []


def _reports(folder: Folder, made: District, temporary: Path, watch: Watch) -> None:
    tulis_semua(made, temporary)
    _ensure(folder, made)
    for snapshot in sorted(path for path in temporary.iterdir() if path.is_dir()):
        with run(folder, "latihan") as number:
            _import(folder, [snapshot], Wish(made.tahun, number), watch)
            process(folder, tahun=made.tahun, run=number, progress=watch.stage)
    _remember(folder, made)
    folder.connection.commit()


def _builtin(folder: Folder, made: District, temporary: Path, watch: Watch) -> None:
    tulis_pihak(made, temporary, _FILES)
    instansi = _ensure(folder, made)
    with run(folder, "latihan") as number:
        if remembered(folder) is None:
            watch.stage("isi PMM dan e-Kinerja bawaan")
            pmm.fill(folder.connection, instansi=instansi, isi=isi_pmm(made))
            instansi_set(folder.connection, instansi=instansi, **pmm.SETTING)
            target.fill(folder.connection, instansi=instansi, tahun=made.tahun, isi=isi(made))
            target_bind(folder.connection, instansi=instansi, target=target.TARGET, hanya_baca=False)
            _remember(folder, made)
            folder.connection.commit()
        _import(folder, [temporary], Wish(made.tahun, number, per=made.hari), watch)
        observe(folder, tahun=made.tahun, run=number)
        process(folder, tahun=made.tahun, run=number, progress=watch.stage)


def _ensure(folder: Folder, made: District) -> int:
    if folder.instansi is None:
        instansi_create(
            folder.connection,
            nama=INSTANSI,
            jenis="latihan",
            tipe_periodik="triwulanan",
            tahun=made.tahun,
            kantor="BKPSDM",
        )
    return folder.reload().id


def _import(folder: Folder, paths: Collection[Path], wish: Wish, watch: Watch) -> None:
    if not paths:
        return
    watch.files(len(files_of(paths)))
    outcome = impor(folder, paths, wish, watch.file)
    if outcome.gagal:
        raise outcome.gagal[0]


def _settings(made: District) -> dict[str, Any]:
    return {
        "sekolah": len(made.sekolah),
        "guru": made.guru,
        "tahun": made.tahun,
        "seed": made.seed,
        "bersih": made.bersih,
        "periode_rusak": made.periode_rusak,
        "bawaan": made.bawaan,
        "diperbaiki": sorted(made.diperbaiki),
        "per": made.hari.isoformat(),
    }


def _remember(folder: Folder, made: District) -> None:
    instansi_set(folder.connection, instansi=folder.need().id, **{SETTING: _settings(made)})
    folder.reload()
