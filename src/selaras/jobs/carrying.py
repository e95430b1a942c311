"""The second half of the whole job, on a target that can be written: observe, plan, send, read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selaras.apply.tally import Tally
from selaras.jobs import plan as planning
from selaras.jobs import pmm_side, transfer
from selaras.jobs.folder import Folder
from selaras.jobs.process import process


@dataclass(frozen=True, slots=True)
class Carried:
    """What was carried over. `tunggu` says whose word a sealed plan still waits for; then nothing was sent."""

    plan: int | None
    outcome: transfer.Outcome | None = None
    tunggu: str | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on: the stage, and how far the workers are."""

    stage: Callable[[str], None] = lambda name: None
    sent: Callable[[Tally], None] = lambda tally: None


def observe(folder: Folder, *, tahun: int, run: int, shrink: bool, watch: Watch) -> None:
    """Read the target and bring the position up to date. Raises `Stop` when far too much has vanished there.

    The PMM side comes first where it is the built-in one: what was agreed there a moment ago belongs to this position.
    """
    observe_pmm(folder, tahun=tahun, run=run, watch=watch)
    watch.stage("baca e-Kinerja")
    transfer.observe(folder, tahun=tahun, run=run, shrink=shrink)
    process(folder, tahun=tahun, run=run, progress=watch.stage)


def observe_pmm(folder: Folder, *, tahun: int, run: int, watch: Watch) -> None:
    """Read the PMM side where it is the built-in one; nothing elsewhere."""
    if pmm_side.builtin_pmm(folder.need()):
        watch.stage("baca PMM")
        pmm_side.observe(folder, tahun=tahun, run=run)


def carry(folder: Folder, *, tahun: int, run: int, workers: int = 2, watch: Watch) -> Carried:
    """Seal what is ready, send it and read it back; a plan that needs a second person's word waits for it."""
    watch.stage("rencana")
    plan = planning.under_way(folder, tahun=tahun) or planning.seal(folder, tahun=tahun, run=run)
    if plan is None:
        return Carried(None)
    if plan.ambang and not plan.kedua_oleh:
        return Carried(plan.id, tunggu=" ".join(plan.ambang))
    watch.stage("kirim")
    return Carried(plan.id, transfer.kirim(folder, plan=plan.id, run=run, workers=workers, progress=watch.sent))
