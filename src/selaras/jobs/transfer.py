"""Pemindahan: observe the target, carry out a sealed plan, read back what was sent.

Every step can be taken again after a crash: what is unknown is read, and only what was not stored is sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selaras.apply.pace import Pace, always_open, pace_of
from selaras.apply.refusals import handled
from selaras.apply.services import finish_plan, open_plan, settle
from selaras.apply.tally import Tally
from selaras.config import clock
from selaras.connectors.ports import Document, Kind
from selaras.connectors.registry import recognise, target_by_name
from selaras.connectors.target import Target
from selaras.galat import Postponed, SelarasError
from selaras.intake.services import FileImport, Imported, file_import
from selaras.jobs.crew import Crew, address
from selaras.jobs.folder import Folder, actor
from selaras.jobs.plan import scope_of
from selaras.jobs.process import process
from selaras.jobs.schedule import schedule_of
from selaras.verify import services as verifying
from selaras.verify.selectors import Comparison, comparison, plans_to_read
from selaras.verify.services import Shown, Verified

Opener = Callable[[], Target]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What sending a plan came to. `berhenti` says why it stopped before the end; `ditutup`: nothing is left of it."""

    plan: int
    n: int
    tally: Tally
    verified: Verified
    berhenti: SelarasError | None
    ditutup: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """What a comparison with the target found."""

    dibaca: int
    settled: Tally
    verified: Verified
    banding: Comparison


def observe(
    folder: Folder,
    *,
    tahun: int,
    run: int,
    shrink: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
    opener: Opener | None = None,
) -> list[Imported]:
    """Read the whole target into the ledger, in one transaction; drift shows when the position is derived. Commits.

    Raises `Stop` when far more has vanished than a person deletes, unless `shrink` says that it is so.
    """
    target = (opener or opener_of(folder))()
    mark = hashlib.sha256(f"{target.name} {tahun} {run} {clock.now().isoformat()}".encode()).digest()
    job = FileImport(f"{target.title} {tahun}", mark, folder.need().id, run, tahun, clock.today(), shrink, asked=True)
    found = file_import(folder.connection, job, target.observe(tahun), recognise, progress)
    folder.connection.commit()
    return found


def kirim(
    folder: Folder,
    *,
    plan: int,
    run: int,
    workers: int = 1,
    paksa: bool = False,
    progress: Callable[[Tally], None] = lambda tally: None,
    opener: Opener | None = None,
) -> Outcome:
    """Carry out a plan with some workers, read back what they sent, derive anew. Raises what `open_plan` raises."""
    opener = opener or opener_of(folder)
    head = open_plan(folder.connection, plan, instansi=folder.need(), now=clock.now())
    folder.connection.commit()
    tally = Crew(folder, opener, pace(folder, paksa=paksa), plan, progress).send(workers)
    berhenti = tally.berhenti
    verified = Verified()
    try:
        verified = _read_back(folder, opener(), plan, tahun=head.tahun, run=run)
    except SelarasError as error:
        folder.connection.rollback()
        berhenti = berhenti or error
    ditutup = finish_plan(folder.connection, plan, now=clock.now())
    process(folder, tahun=head.tahun, run=run)
    return Outcome(plan, head.n, tally, verified, berhenti, ditutup)


def send(
    folder: Folder,
    *,
    plan: int,
    sekolah: int | None,
    paksa: bool = False,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
    opener: Opener | None = None,
) -> Tally:
    """Send the operations of one school (None: of none), as one part of a sync. Raises why it stopped, if it did."""
    opener = opener or opener_of(folder)
    open_plan(folder.connection, plan, instansi=folder.need(), now=clock.now())
    folder.connection.commit()
    crew = Crew(folder, opener, pace(folder, paksa=paksa), plan, lambda tally: progress(tally.done, None))
    tally = crew.send_part(sekolah)
    if tally.berhenti:
        raise tally.berhenti
    return tally


def verify(folder: Folder, *, plan: int, tahun: int, run: int, opener: Opener | None = None) -> Verified:
    """Settle what is unknown of a plan, read back what was answered, close the plan, derive anew."""
    target = (opener or opener_of(folder))()
    settle(folder.connection, target, plan, run=run, pace=pace(folder))
    found = _read_back(folder, target, plan, tahun=tahun, run=run)
    finish_plan(folder.connection, plan, now=clock.now())
    process(folder, tahun=tahun, run=run)
    return found


def cocokkan(
    folder: Folder,
    *,
    tahun: int,
    run: int,
    shrink: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
    opener: Opener | None = None,
) -> Matched:
    """Read back what plans left, observe the whole target, derive anew, compare. Nothing is sent."""
    opener = opener or opener_of(folder)
    settled, verified, target = Tally(), Verified(), opener()
    for plan in plans_to_read(folder.connection, instansi=folder.need().id, tahun=tahun):
        settled += settle(folder.connection, target, plan, run=run, pace=pace(folder))
        part = _read_back(folder, target, plan, tahun=tahun, run=run)
        verified = Verified(verified.dibaca + part.dibaca, verified.cocok + part.cocok, verified.beda + part.beda)
        finish_plan(folder.connection, plan, now=clock.now())
    found = observe(folder, tahun=tahun, run=run, shrink=shrink, progress=progress, opener=lambda: target)
    process(folder, tahun=tahun, run=run)
    banding = comparison(folder.connection, instansi=folder.need().id, tahun=tahun)
    return Matched(sum(item.counts.read for item in found), settled, verified, banding)


def try_again(
    folder: Folder, *, tahun: int, run: int, alasan: str, sekolah: int | None = None, orang: int | None = None
) -> int:
    """Let refusals go because a person dealt with their cause; derive anew. Returns the number of entries."""
    scope = scope_of(folder, tahun=tahun, run=run)
    freed = handled(folder.connection, scope, oleh=actor(), alasan=alasan, sekolah=sekolah, orang=orang)
    folder.connection.commit()
    process(folder, tahun=tahun, run=run)
    return freed


def opener_of(folder: Folder) -> Opener:
    """Give what opens the target that the instansi is bound to. Raises `Stop` when it is only read."""
    instansi, dsn = folder.need(), address(folder)
    return lambda: target_by_name(instansi.target, dsn=dsn, instansi=instansi.id, settings=instansi.pengaturan)


def pace(folder: Folder, *, paksa: bool = False) -> Pace:
    """Read rate budget and quiet hours from the settings of the instansi; `paksa`: a person wants it now."""
    instansi = folder.need()
    quiet = always_open if paksa else schedule_of(instansi.pengaturan).quiet_until
    return pace_of(instansi.pengaturan, instansi=instansi.id, connector=instansi.target, quiet_until=quiet)


def _read_back(folder: Folder, target: Target, plan: int, *, tahun: int, run: int) -> Verified:
    instansi, berkas = folder.need().id, f"Baca ulang rencana {plan}"

    def take(shown: Sequence[Shown]) -> None:
        now = clock.now()
        mark = hashlib.sha256(f"{plan} {run} {now.isoformat()}".encode()).digest()
        reports = list(_reports(berkas, tahun, shown))
        if reports:
            job = FileImport(berkas, mark, instansi, run, tahun, clock.today())
            file_import(folder.connection, job, reports, recognise)
        verifying.withdrawn(folder.connection, shown, instansi=instansi, run=run, berkas=berkas, now=now)

    return verifying.read_back(folder.connection, target, plan, run=run, now=clock.now, take=take, pace=pace(folder))


def _reports(berkas: str, tahun: int, shown: Sequence[Shown]) -> Iterable[Document]:
    """Give the rows that were seen as partial reports: they speak for themselves and for nobody else."""
    for kind, name in ((Kind.SKP, "ekinerja_laporan_skp"), (Kind.PENILAIAN, "ekinerja_laporan_penilaian")):
        rows = [dict(one.held.row) for one in shown if one.held.row is not None and one.held.key.kind is kind]
        if rows:
            yield Document(berkas, {"laporan": name, "tahun": tahun, "sebagian": True, "data": rows})


def postponed(outcome: Outcome) -> bool:
    """Say whether a plan only rests: the target asked for it, and the same command goes on later."""
    return isinstance(outcome.berhenti, Postponed)
