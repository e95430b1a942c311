"""Impor: files and folders in, each through the connector that recognises it; one bad file does not stop the others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from selaras.config import clock
from selaras.connectors.berkas import digest, open_sources, walk
from selaras.connectors.ports import Connector, Heading, Kind, Source
from selaras.connectors.registry import by_name, recognise
from selaras.galat import DataError, SelarasError, Stop, TryAgain, UnknownKind
from selaras.intake.services import FileImport, Imported, file_import, file_known
from selaras.jobs.folder import Folder
from selaras.organisasi.selectors import Instansi
from selaras.organisasi.services import instansi_create, instansi_set

PEEK = 20_000_000  # bytes: larger files are not opened twice only to learn a date


@dataclass(slots=True)
class Outcome:
    """What an import did: batches read, and the sentence for every file that could not be."""

    imported: list[Imported] = field(default_factory=list)
    gagal: list[SelarasError] = field(default_factory=list)
    dilewati: list[str] = field(default_factory=list)  # files of no known kind that merely lay in the folder


@dataclass(frozen=True, slots=True)
class Wish:
    """How the person wants it: a forced kind, a day for files that do not say theirs, a smaller report accepted."""

    tahun: int
    run: int
    jenis: str | None = None
    per: dt.date | None = None
    shrink: bool = False


def impor(folder: Folder, paths: Iterable[Path], wish: Wish, progress: Callable[[str, int, int], None]) -> Outcome:
    """Import every file. `progress(name, number of files done, rows read)` is called as it goes."""
    outcome = Outcome()
    paths = list(paths)
    pick, named = _picker(wish), {path for path in paths if not path.is_dir()}
    files = {path: digest(path) for path in walk(paths)}
    seen = _looks(folder, files, pick)
    _refuse_rehearsal(folder, seen)
    dated = wish.per or max((look.day for look in seen if look.day), default=None)
    rosters = {look.path for look in seen if look.roster}
    for number, path in enumerate(sorted(files, key=lambda path: path not in rosters)):
        progress(path.name, number, 0)
        try:
            wanted = _job(folder, path, files[path], wish, dated)
            outcome.imported += _one(folder, path, wanted, pick, partial(progress, path.name, number), wish)
        except UnknownKind as error:
            folder.connection.rollback()
            error.di_mana = error.di_mana or path.name
            if path in named:
                outcome.gagal.append(error)
            else:
                outcome.dilewati.append(str(error))
        except (DataError, Stop, TryAgain) as error:
            folder.connection.rollback()
            error.di_mana = error.di_mana or path.name
            outcome.gagal.append(error)
    progress("", len(files), 0)
    return outcome


def files_of(paths: Iterable[Path]) -> list[Path]:
    """List the files that the paths name: files themselves, and what lies in folders."""
    return walk(paths)


def _picker(wish: Wish) -> Callable[[Source], Connector | None]:
    if wish.jenis is None:
        return recognise
    forced = by_name(wish.jenis)
    return lambda source: forced


def _job(folder: Folder, path: Path, mark: bytes, wish: Wish, dated: dt.date | None) -> FileImport:
    return FileImport(
        berkas=path.name,
        digest=mark,
        instansi=folder.need().id,
        run=wish.run,
        tahun=wish.tahun,
        per=dated or dt.datetime.fromtimestamp(path.stat().st_mtime, clock.ZONE).date(),
        shrink=wish.shrink,
    )


def _one(
    folder: Folder,
    path: Path,
    job: FileImport,
    pick: Callable[[Source], Connector | None],
    progress: Callable[[int], None],
    wish: Wish,
) -> list[Imported]:
    known = file_known(folder.connection, job.instansi, job.digest)
    if known and not wish.per:  # a day given by hand says: read it all the same
        return [_titled(item, job.berkas if len(known) == 1 else item.berkas) for item in known]
    found = file_import(folder.connection, job, _ours(folder, open_sources(path), pick), pick, progress)
    folder.connection.commit()
    return found


def _titled(item: Imported, berkas: str) -> Imported:
    """Name a batch of before as the file is called now: a copy may have been renamed."""
    return Imported(berkas, item.connector, by_name(item.connector).title, item.status, item.per, item.counts)


def _ours(folder: Folder, sources: Iterator[Source], pick: Callable[[Source], Connector | None]) -> Iterator[Source]:
    """Let through what belongs to this folder: the same instansi, and nothing of a rehearsal in a real folder."""
    for source in sources:
        connector = pick(source)
        if connector:
            _belongs(folder, connector.heading(source), source.berkas)
        yield source


def _belongs(folder: Folder, heading: Heading, berkas: str) -> None:
    instansi = folder.need()
    if not heading.instansi:
        return
    if "LATIHAN" in heading.instansi.upper() and not instansi.latihan:
        raise Stop(
            "ini berkas latihan, sedangkan folder ini berisi data nyata.",
            di_mana=berkas,
            langkah="Pakai folder latihan.",
        )
    bound = instansi.pengaturan.get("nama_laporan")
    if bound is None:
        instansi_set(folder.connection, instansi=instansi.id, nama_laporan=heading.instansi)
        folder.reload()
    elif instansi_key(bound) != instansi_key(heading.instansi):
        raise DataError(
            f"laporan ini milik {heading.instansi}, sedangkan folder ini milik {bound}.",
            di_mana=berkas,
            langkah="Unduh ulang laporan dari instansi yang benar, atau pakai folder data lain.",
        )


def instansi_key(nama: str) -> str:
    """Compare names of an instansi without the words that reports add or leave out.

    >>> instansi_key("PEMERINTAH KAB. SELARAS JAYA") == instansi_key("Kabupaten Selaras Jaya")
    True
    """
    words = re.sub(r"[^A-Z0-9 ]", " ", nama.upper()).split()
    short = {"KABUPATEN": "KAB", "PROVINSI": "PROV"}
    return " ".join(short.get(word, word) for word in words if word not in ("PEMERINTAH", "PEMKAB", "PEMDA"))


@dataclass(frozen=True, slots=True)
class Look:
    """What the head of one table of a file says, before the file is read."""

    path: Path
    heading: Heading
    roster: bool  # only people: read first, so that the reports find them known

    @property
    def day(self) -> dt.date | None:
        """The day the data were drawn: files without one are taken to be of the same pull as the newest."""
        return self.heading.ditarik.date() if self.heading.ditarik else None


def _looks(folder: Folder, files: Mapping[Path, bytes], pick: Callable[[Source], Connector | None]) -> list[Look]:
    """Look into the files when something in them is new: only then does anybody need to know."""
    instansi = folder.need().id
    if all(file_known(folder.connection, instansi, mark) for mark in files.values()):
        return []
    return list(looks([path for path in files if path.stat().st_size <= PEEK], pick))


def looks(files: Iterable[Path], pick: Callable[[Source], Connector | None] = recognise) -> Iterator[Look]:
    """Read the heads of the files that can be read; what cannot is told when it is imported."""
    for path in files:
        if path.suffix.lower() not in (".xlsx", ".xls", ".csv", ".zip", ".json"):
            continue
        try:
            for source in open_sources(path):
                connector = pick(source)
                if connector:
                    heading = connector.heading(source)
                    kinds = {item.kind for item in connector.coverage(source, heading)}
                    yield Look(path, heading, kinds == {Kind.PEGAWAI})
        except DataError:
            continue


def _refuse_rehearsal(folder: Folder, seen: Iterable[Look]) -> None:
    """Let nothing of a rehearsal into a real folder, not even the files beside a report that say nothing themselves."""
    if folder.need().latihan:
        return
    if any("LATIHAN" in (look.heading.instansi or "").upper() for look in seen):
        raise Stop("Ini berkas latihan, sedangkan folder ini berisi data nyata.", langkah="Pakai folder latihan.")


def ensure_instansi(folder: Folder, files: list[Path], tahun: int | None) -> Instansi:
    """Set up a folder that nobody has set up: name and kind as the first report says, nyata unless it says LATIHAN."""
    if folder.instansi is None:
        named = next(
            (look.heading.instansi for look in looks(files) if look.heading.instansi), "Instansi belum dinamai"
        )
        instansi_create(
            folder.connection,
            nama=named,
            jenis="latihan" if "LATIHAN" in named.upper() else "nyata",
            tipe_periodik="triwulanan",
            tahun=tahun or clock.today().year,
            kantor="BKPSDM",
        )
        folder.reload()
    return folder.need()
