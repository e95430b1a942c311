"""The PMM side of an instansi whose PMM is the built-in one: read whole, like the e-Kinerja side is.

An instansi says so in its settings: `"pmm": "bawaan"` for the application in the same database, or
`"pmm": {"url": ..., "token_berkas": ...}` for one behind an address. Without either, PMM speaks by files only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import chain

from selaras.config import clock
from selaras.connectors.registry import pmm_source, recognise
from selaras.intake.services import FileImport, Imported, file_import
from selaras.jobs.crew import address
from selaras.jobs.folder import Folder
from selaras.organisasi.selectors import Instansi, pmm_bawaan
from selaras.organisasi.services import instansi_set

SETTING, BUILTIN = "pmm", "bawaan"


def builtin_pmm(instansi: Instansi) -> bool:
    """Say whether the PMM of the instansi is the built-in one."""
    said = instansi.pengaturan.get(SETTING)
    return pmm_bawaan(instansi) or (isinstance(said, Mapping) and bool(said.get("url")))


def declare(folder: Folder, *, builtin: bool) -> Instansi:
    """Say that the PMM of the instansi is the built-in one, or that it is not. Commits."""
    instansi_set(folder.connection, instansi=folder.need().id, **{SETTING: BUILTIN if builtin else None})
    folder.connection.commit()
    return folder.reload()


def observe(
    folder: Folder, *, tahun: int, run: int, progress: Callable[[int], None] = lambda rows: None
) -> list[Imported]:
    """Read the built-in PMM side of a year into the ledger, in one transaction; nothing when there is none. Commits.

    It is read whole: a row that did not change is recognised by its hash and costs no write. Raises what the channel
    raises: `TryAgain` (nothing was read), `Stop` (token).
    """
    instansi = folder.need()
    if not builtin_pmm(instansi):
        return []
    source = pmm_source(dsn=address(folder), instansi=instansi.id, settings=instansi.pengaturan)
    found = source.observe(tahun)
    first = next(found, None)
    if first is None:  # nobody has an account there yet
        return []
    mark = hashlib.sha256(f"{source.name} {tahun} {run} {clock.now().isoformat()}".encode()).digest()
    job = FileImport(f"{source.title} {tahun}", mark, instansi.id, run, tahun, clock.today(), asked=True)
    read = file_import(folder.connection, job, chain([first], found), recognise, progress)
    folder.connection.commit()
    return read
