"""Sinkron: observe, process, seal a plan; send it in parts of whole schools; read back. Each part is a job of its own.

A sync has one row in `sinkron`, from the moment it is asked for until it says how it ended. One sync of an instansi
goes on at a time: the lock of the queue keeps the beginnings apart, the row keeps a second one waiting until the parts
of the first are through.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace

import psycopg
from procrastinate import JobContext

from selaras.apply.gate import READ_ONLY, open_plan
from selaras.config import clock
from selaras.galat import NotBalanced, Postponed
from selaras.jobs import plan as planning
from selaras.jobs import pmm_side, queue, syncs, transfer
from selaras.jobs.attempts import Work, at_work, attempt, spoken, watched
from selaras.jobs.folder import Folder, opened
from selaras.jobs.schedule import real, schedule_of
from selaras.jobs.syncs import Wish
from selaras.ledger.balance import balance
from selaras.ledger.queries import Queries
from selaras.plan.values import Plan

PART = 500  # operations in a part, what one call carries; "operasi_per_bagian" in instansi.pengaturan says otherwise
BUSY = 60.0  # seconds until a sync that finds another one going on looks again

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan that one job sends: whole schools, None for the operations of no school."""

    sinkron: int
    plan: int
    bagian: int
    sekolah: tuple[int | None, ...]
    paksa: bool


def start_due() -> None:
    """Put in the sync that the schedule asks for; one that comes due in quiet hours waits for their end."""
    with opened() as folder:
        if folder.instansi is None:
            return
        wish, now = schedule_of(folder.instansi.pengaturan), clock.now()
        slot = wish.last(now)
        if slot is None or syncs.known(folder.connection, instansi=folder.instansi.id, slot=slot):
            return
        quiet = wish.quiet_until(now)
        queue.enqueue_sinkron(
            folder.connection, instansi=folder.instansi.id, slot=slot, at=real(quiet) if quiet else None
        )
        folder.connection.commit()


def begin(context: JobContext, *, sinkron: int, paksa: bool, percobaan: int) -> None:
    """Carry out the first half of a sync."""

    def work() -> str:
        with opened() as folder:
            wish = syncs.wish_of(folder.connection, sinkron)
            _wait_for_others(folder, sinkron)
            _mind_quiet_hours(folder, paksa=paksa or wish.macam == queue.RENCANA)  # a plan sends nothing
        with at_work(context, oleh=wish.oleh) as at:
            syncs.started(at.folder.connection, sinkron=sinkron, run=at.run)
            return at.said(_begin(at, sinkron, wish, paksa=paksa))

    def later(folder: Folder, moment: dt.datetime, count: int) -> None:
        macam = syncs.wish_of(folder.connection, sinkron).macam
        queue.put_sinkron(
            folder.connection, instansi=folder.need().id, sinkron=sinkron, at=moment, paksa=paksa, percobaan=count,
            macam=macam,
        )  # fmt: skip

    attempt(context, work, later=later, percobaan=percobaan, failed=lambda error: _fail(sinkron, error))


def send(context: JobContext, part: Part, *, percobaan: int) -> None:
    """Send one part of a plan; whoever is last lets the target be read back."""

    def work() -> str:
        with opened() as folder:
            _mind_quiet_hours(folder, paksa=part.paksa)
            with watched(context, syncs.run_of(folder.connection, part.sinkron)) as bar:
                bar.stage(f"kirim, bagian {part.bagian + 1}", len(part.sekolah))
                for done, sekolah in enumerate(part.sekolah):
                    transfer.send(folder, plan=part.plan, sekolah=sekolah, paksa=part.paksa)
                    bar(done + 1, len(part.sekolah))
            _part_done(folder.connection, part, None)
        return f"rencana {part.plan}, bagian {part.bagian + 1} selesai."

    def later(folder: Folder, moment: dt.datetime, count: int) -> None:
        _put_part(folder.connection, part, at=moment, percobaan=count)

    def failed(error: BaseException) -> None:
        with opened() as folder:
            _part_done(folder.connection, part, spoken(error))

    attempt(context, work, later=later, percobaan=percobaan, failed=failed)


def verify(context: JobContext, *, sinkron: int, plan: int, percobaan: int) -> None:
    """Carry out the last part of a sync: read back, derive, say how it ended."""

    def work() -> str:
        with opened() as folder:
            oleh = syncs.wish_of(folder.connection, sinkron).oleh
        with at_work(context, oleh=oleh) as at:
            at.bar.stage("cocokkan")
            tahun = at.folder.need().tahun
            transfer.verify(at.folder, plan=plan, tahun=tahun, run=at.run)
            return at.said(_end(at, sinkron, plan))

    def later(folder: Folder, moment: dt.datetime, count: int) -> None:
        _put_verify(folder.connection, sinkron, plan, at=moment, percobaan=count)

    attempt(context, work, later=later, percobaan=percobaan, failed=lambda error: _fail(sinkron, error))


def _begin(at: Work, sinkron: int, wish: Wish, *, paksa: bool) -> str:
    tahun = at.folder.need().tahun
    if wish.plan is not None:  # as somebody looked at it and wants it: nothing is read or planned anew
        plan = open_plan(at.folder.connection, wish.plan, instansi=at.folder.need(), now=clock.now())
        return _send_all(at, sinkron, plan, paksa=paksa)
    _read(at, tahun)
    if at.folder.need().hanya_baca:
        return _close(at, sinkron, READ_ONLY)
    at.bar.stage("rencana")
    sealed = _under_way(at, tahun) or planning.seal(at.folder, tahun=tahun, run=at.run)
    if sealed is None:
        return _close(at, sinkron, "Tidak ada yang perlu dikirim.")
    waiting = _waits_for(sealed) or (_only_sealed(sealed) if wish.macam == queue.RENCANA else None)
    if waiting:
        return _close(at, sinkron, waiting, plan=sealed.id)
    return _send_all(at, sinkron, sealed, paksa=paksa)


def _read(at: Work, tahun: int) -> None:
    """Read both sides as far as Selaras can by itself, and derive."""
    observe_builtin(at, tahun)
    at.derive(tahun)


def observe_builtin(at: Work, tahun: int) -> None:
    """Read the sides that are built in or can be written; files speak only when somebody brings them."""
    if pmm_side.builtin_pmm(at.folder.need()):
        at.bar.stage("baca PMM")
        pmm_side.observe(at.folder, tahun=tahun, run=at.run, progress=at.bar)
    if not at.folder.need().hanya_baca:
        at.bar.stage("baca e-Kinerja")
        transfer.observe(at.folder, tahun=tahun, run=at.run, progress=at.bar)


def _send_all(at: Work, sinkron: int, plan: Plan, *, paksa: bool) -> str:
    size = int(at.folder.need().pengaturan.get("operasi_per_bagian", PART))
    return _cut(at.folder.connection, Part(sinkron, plan.id, 0, (), paksa), size)


def _only_sealed(plan: Plan) -> str:
    said = "sedang dikirim" if plan.dibuka_run else "disegel dan belum dikirim"
    return f"Rencana {plan.id} {said}: {plan.n} operasi."


def _under_way(at: Work, tahun: int) -> Plan | None:
    """Return the plan that an earlier sync or a person left half sent; an expired one is read back and closed."""
    plan = planning.under_way(at.folder, tahun=tahun)
    if plan and clock.now() >= plan.berlaku_sampai:
        transfer.verify(at.folder, plan=plan.id, tahun=tahun, run=at.run)
        return planning.under_way(at.folder, tahun=tahun)
    return plan


def _waits_for(plan: Plan) -> str | None:
    if plan.menunggu_kedua:
        return f"Rencana {plan.id} menunggu persetujuan orang kedua; tidak ada yang dikirim. {' '.join(plan.ambang)}"
    return f"Rencana {plan.id} sedang dijeda; tidak ada yang dikirim. {plan.jeda}" if plan.jeda else None


def _cut(connection: psycopg.Connection, whole: Part, size: int) -> str:
    """Cut what is left of a plan into parts of whole schools and put them in, all or none."""
    counts = [(school, n) for school, n, _ in connection.execute(_sql("sync_parts"), {"plan": whole.plan})]
    groups = packed(counts, size)
    syncs.cut(connection, sinkron=whole.sinkron, plan=whole.plan, parts=len(groups))
    for number, group in enumerate(groups):
        _put_part(connection, replace(whole, bagian=number, sekolah=group))
    if not groups:
        _put_verify(connection, whole.sinkron, whole.plan)
    connection.commit()
    return f"rencana {whole.plan}: {sum(n for _, n in counts)} operasi dalam {len(groups)} bagian."


def packed(counts: list[tuple[int | None, int]], size: int = PART) -> list[tuple[int | None, ...]]:
    """Pack schools (id, operations) into parts that fill a call, keeping their order; no school is torn apart.

    >>> packed([(None, 3), (1, 300), (2, 190), (3, 20), (4, 900)])
    [(None, 1, 2), (3,), (4,)]
    """
    parts: list[tuple[int | None, ...]] = []
    group: list[int | None] = []
    filled = 0
    for school, count in counts:
        if group and filled + count > size:
            parts, group, filled = [*parts, tuple(group)], [], 0
        group, filled = [*group, school], filled + count
    return [*parts, tuple(group)] if group else parts


def _put_part(connection: psycopg.Connection, part: Part, *, at: dt.datetime | None = None, percobaan: int = 0) -> None:
    word = f"kirim:{part.plan}:{part.bagian}"
    arguments = {**asdict(part), "sekolah": list(part.sekolah)}
    queue.enqueue(connection, queue.KIRIM, kunci=word, tunggu=word, at=at, percobaan=percobaan, **arguments)


def _put_verify(
    connection: psycopg.Connection, sinkron: int, plan: int, *, at: dt.datetime | None = None, percobaan: int = 0
) -> None:
    word = f"cocokkan:{plan}"
    queue.enqueue(
        connection, queue.COCOKKAN, kunci=word, tunggu=word, at=at, sinkron=sinkron, plan=plan, percobaan=percobaan
    )


def _part_done(connection: psycopg.Connection, part: Part, trouble: str | None) -> None:
    """Strike a part off; the last one puts the reading back in, in the same transaction."""
    if syncs.part_done(connection, sinkron=part.sinkron, bagian=part.bagian, kalimat=trouble) == 0:
        _put_verify(connection, part.sinkron, part.plan)
    connection.commit()


def _wait_for_others(folder: Folder, sinkron: int) -> None:
    """Raise `Postponed` while another sync goes on; one whose jobs are all gone was cut off, and is told so."""
    if syncs.others(folder.connection, instansi=folder.need().id, sinkron=sinkron):
        raise Postponed("Sinkron sebelumnya masih berjalan.", after=BUSY)
    folder.connection.commit()


def _mind_quiet_hours(folder: Folder, *, paksa: bool) -> None:
    now = clock.now()
    end = None if paksa else schedule_of(folder.need().pengaturan).quiet_until(now)
    if end:
        raise Postponed(f"Jam tenang sampai {end:%H:%M}.", after=(end - now).total_seconds() + 1)


def _end(at: Work, sinkron: int, plan: int) -> str:
    row = at.folder.connection.execute(_sql("sync_counts"), {"plan": plan}).fetchone() or (0,) * 6
    named = dict(zip(("operasi", "diterima", "ditolak", "gugur", "belum_pasti", "belum_dikirim"), row, strict=True))
    said = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in named.items() if count)
    return _close(at, sinkron, f"Rencana {plan}: {said}.", plan=plan, angka=named)


def _close(
    at: Work, sinkron: int, kalimat: str, *, plan: int | None = None, angka: dict[str, int] | None = None
) -> str:
    """End a sync: its sentence, its numbers, and whether the books balance. Raises `NotBalanced` when they do not."""
    instansi, connection = at.folder.need(), at.folder.connection
    books = balance(connection, instansi=instansi.id, tahun=instansi.tahun)
    red = books.seimbang is False
    numbers = {**(angka or {}), "keadaan": books.keadaan, "total": books.total}
    ended = syncs.ended(
        connection, sinkron=sinkron, hasil="tidak seimbang" if red else "selesai", kalimat=kalimat, plan=plan,
        angka=numbers,
    )  # fmt: skip
    connection.commit()
    if red:
        raise NotBalanced(f"Pembukuan tidak seimbang. {kalimat}", langkah="Jalankan «selaras rekap».")
    return ended


def _fail(sinkron: int, error: BaseException) -> None:
    with opened() as folder:
        syncs.failed(folder.connection, sinkron=sinkron, kalimat=spoken(error))
        folder.connection.commit()
