"""Both snapshots of a rehearsal with their keys: the folder that `selaras latihan --keluar` fills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from selaras.latihan import stream
from selaras.latihan.district import District
from selaras.latihan.files import peta, tulis
from selaras.latihan.kunci import simpan
from selaras.latihan.perbaikan import EKINERJA, PETA, PMM, SIASN

BESAR = 10_000  # teachers: above it the workbooks would be too large for any spreadsheet, so text files are written


def tulis_semua(d: District, folder: Path) -> list[Path]:
    """Write `<date>/` for either day, and `kunci-<date>.json` beside it, so that no key is ever imported."""
    satu = partial(_satu_hari, d, folder)
    if d.guru <= BESAR:
        return [path for hari in d.snapshot for path in satu(hari)]
    with ProcessPoolExecutor(max_workers=2) as pool:  # the days of a large district are written side by side
        return [path for paths in pool.map(satu, d.snapshot) for path in paths]


def _satu_hari(d: District, folder: Path, hari: dt.date) -> list[Path]:
    tulis_hari = tulis_besar if d.guru > BESAR else tulis
    return [*tulis_hari(d, folder / hari.isoformat(), hari), simpan(d, hari, folder / f"kunci-{hari}.json")]


def tulis_pihak(d: District, folder: Path, pihak: Container[str]) -> list[Path]:
    """Write the files of these sides as of the district's newest day; of a large district without Dapodik."""
    if d.guru <= BESAR:
        return tulis(d, folder, d.hari, pihak)
    folder.mkdir(parents=True, exist_ok=True)
    if PMM in pihak:
        stream.ndjson(d, folder / "pmm.ndjson", d.hari)
    if EKINERJA in pihak:
        stream.laporan_csv(d, folder, d.hari)
    elif SIASN in pihak:
        stream.siasn_csv(d, folder, d.hari)
    if PETA in pihak:
        peta(d, folder)
    return sorted(path for path in folder.iterdir() if path.is_file())


def tulis_besar(d: District, folder: Path, hari: dt.date) -> list[Path]:
    """Write one day of a large district: PMM as NDJSON, the reports and the SIASN list as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    stream.ndjson(d, folder / "pmm.ndjson", hari)
    stream.laporan_csv(d, folder, hari)
    return sorted(path for path in folder.iterdir() if path.is_file())
