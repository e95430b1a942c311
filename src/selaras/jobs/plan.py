"""Rencana: the target of the folder is picked here, the plan is sealed over it, and gathered for screen and paper."""

from __future__ import annotations

from pathlib import Path

from psycopg.conninfo import make_conninfo

from selaras.config import clock
from selaras.connectors import registry
from selaras.connectors.target import Target
from selaras.documents import rencana
from selaras.documents.rencana_isi import IsiRencana
from selaras.galat import Stop
from selaras.jobs.folder import Folder, data_per
from selaras.jobs.process import process
from selaras.ledger.scope import Scope
from selaras.plan import closing, selectors, services
from selaras.plan.values import Plan, Sealed
from selaras.review import selectors as review


def target_of(folder: Folder) -> Target:
    """Open the target that the instansi is bound to. Raises `Stop` when it is only read."""
    instansi, info = folder.need(), folder.connection.info
    dsn = make_conninfo(info.dsn, password=info.password) if info.password else info.dsn
    return registry.target_by_name(instansi.target, dsn=dsn, instansi=instansi.id, settings=instansi.pengaturan)


def scope_of(folder: Folder, *, tahun: int, run: int) -> Scope:
    """Return what a stage works on right now."""
    return Scope(folder.need().id, tahun, data_per(folder) or clock.today(), run, clock.today())


def seal(folder: Folder, *, tahun: int, run: int) -> Plan | None:
    """Seal a plan over everything that is ready, and commit it; None when there is nothing to carry.

    A plan that a second person agreed to and that nothing was sent from yet stays: his word is not thrown away.
    """
    kept = agreed(folder, tahun=tahun)
    return kept or draw_up(folder, tahun=tahun, run=run).plan


def agreed(folder: Folder, *, tahun: int) -> Plan | None:
    """Return the open plan that a second person agreed to, if it still holds."""
    plan = current(folder, tahun=tahun)
    if plan and plan.kedua_oleh and plan.dibuka_run is None and clock.now() < plan.berlaku_sampai:
        return plan
    return None


def draw_up(folder: Folder, *, tahun: int, run: int, sekolah: int | None = None, orang: int | None = None) -> Sealed:
    """Bring the position up to date, seal a plan of it and commit."""
    process(folder, tahun=tahun, run=run)
    scope = scope_of(folder, tahun=tahun, run=run)
    made = services.draw_up(
        folder.connection, scope, target_of(folder), run=run, now=clock.now(), sekolah=sekolah, orang=orang
    )
    folder.connection.commit()
    return made


def current(folder: Folder, *, tahun: int) -> Plan | None:
    """Return the open plan, None when there is none."""
    return selectors.open_plan(folder.connection, instansi=folder.need().id, tahun=tahun)


def under_way(folder: Folder, *, tahun: int) -> Plan | None:
    """Return the open plan that is being sent, None when there is none."""
    plan = current(folder, tahun=tahun)
    return plan if plan and plan.dibuka_run is not None else None


def agree(folder: Folder, *, tahun: int, oleh: str, alasan: str) -> Plan:
    """Let a second person agree to the open plan, and commit."""
    plan = current(folder, tahun=tahun)
    if plan is None:
        raise Stop("Tidak ada rencana yang terbuka.", langkah="Buat dulu: selaras rencana.")
    closing.plan_agree(folder.connection, plan.id, oleh, alasan, now=clock.now())
    folder.connection.commit()
    return selectors.plan_get(folder.connection, plan.id)


def content(
    folder: Folder, made: Sealed, *, tahun: int, run: int, sekolah: int | None = None, orang: int | None = None
) -> IsiRencana:
    """Gather a plan and what waits beside it as plain values."""
    connection, instansi = folder.connection, folder.need()
    waiting = review.waiting(connection, scope_of(folder, tahun=tahun, run=run), sekolah=sekolah, orang=orang)
    schools = [
        (s.npsn, s.sekolah, s.menunggu, s.janggal, s.untuk_kepala, s.untuk_admin) for s in review.schools(waiting)
    ]
    steps = selectors.steps(connection, made.plan.id) if made.plan else []
    return IsiRencana(
        instansi.nama, instansi.latihan, tahun, data_per(folder), made.plan, steps, made.ditinggal, schools
    )


def shown(folder: Folder, plan: Plan) -> Sealed:
    """Return a plan of before with what it left out."""
    return Sealed(plan, selectors.left_out(folder.connection, plan.id))


def write(isi: IsiRencana, folder: Path) -> list[Path]:
    """Write a plan as JSON, Markdown and XLSX."""
    return rencana.tulis(isi, folder)
