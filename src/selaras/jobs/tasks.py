"""What a worker can do. A task takes ids and paths, never a person, and hands over to a module that does the work."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
from pathlib import Path

from procrastinate import JobContext

from selaras.galat import DataError
from selaras.jobs import cleaning, documents, queue, stalled, syncing, uploads
from selaras.jobs.attempts import Work, at_work, attempt, spoken
from selaras.jobs.folder import Folder, opened
from selaras.jobs.importing import Outcome, Wish, ensure_instansi, files_of
from selaras.jobs.importing import impor as import_files
from selaras.jobs.queue import app


@app.task(name=queue.IMPOR, queue=queue.IMPOR, pass_context=True)
def impor(context: JobContext, *, folder: str, tahun: int | None = None, percobaan: int = 0) -> None:
    """Read a folder of reports, then link and check."""

    def work() -> str:
        with opened() as data:
            oleh = uploads.uploader(data.connection, folder=Path(folder))
        with at_work(context, oleh=oleh) as at:
            return at.said(_import(at, Path(folder), tahun))

    def later(data: Folder, moment: dt.datetime, count: int) -> None:
        queue.enqueue(
            data.connection, queue.IMPOR, kunci=context.job.lock, tunggu=context.job.queueing_lock, at=moment,
            folder=folder, tahun=tahun, percobaan=count,
        )  # fmt: skip

    def failed(error: BaseException) -> None:
        with opened() as data:
            uploads.broken_off(data.connection, folder=Path(folder), kalimat=spoken(error))
            data.connection.commit()

    attempt(context, work, later=later, percobaan=percobaan, failed=failed)


@app.task(name=queue.DOKUMEN, queue=queue.DOKUMEN, pass_context=True)
def dokumen(context: JobContext, *, nomor: int, folder: str, percobaan: int = 0) -> None:
    """Make the papers that somebody asked for."""

    def work() -> str:
        with at_work(context) as at:
            at.bar.stage("dokumen")
            return documents.make(at.folder, nomor=nomor, folder_berkas=Path(folder))

    def later(data: Folder, moment: dt.datetime, count: int) -> None:
        queue.enqueue(
            data.connection, queue.DOKUMEN, tunggu=context.job.queueing_lock, at=moment,
            nomor=nomor, folder=folder, percobaan=count,
        )  # fmt: skip

    def failed(error: BaseException) -> None:
        with opened() as data:
            documents.broken_off(data.connection, nomor=nomor, kalimat=spoken(error))
            data.connection.commit()

    attempt(context, work, later=later, percobaan=percobaan, failed=failed)


@app.task(name=queue.PROSES, queue=queue.PROSES, pass_context=True)
def proses(context: JobContext, *, tahun: int | None = None, amati: bool = False, percobaan: int = 0) -> None:
    """Bring links, findings and states up to date; amati: read the built-in applications first."""

    def work() -> str:
        with at_work(context) as at:
            if amati:
                syncing.observe_builtin(at, tahun or at.folder.need().tahun)
            done = at.derive(tahun or at.folder.need().tahun)
            return at.said("Selesai dihitung ulang." if done else "Belum ada data yang dibaca.")

    def later(data: Folder, moment: dt.datetime, count: int) -> None:
        queue.enqueue(
            data.connection, queue.PROSES, kunci=context.job.lock, tunggu=context.job.queueing_lock, at=moment,
            tahun=tahun, amati=amati, percobaan=count,
        )  # fmt: skip

    attempt(context, work, later=later, percobaan=percobaan)


@app.task(name=queue.SINKRON, queue=queue.SINKRON, pass_context=True)
def sinkron(context: JobContext, *, sinkron: int, paksa: bool = False, percobaan: int = 0) -> None:
    """Sync an instansi: observe, process, seal a plan, and let the schools be sent."""
    syncing.begin(context, sinkron=sinkron, paksa=paksa, percobaan=percobaan)


@app.task(name=queue.KIRIM, queue=queue.KIRIM, pass_context=True)
def kirim(
    context: JobContext,
    *,
    sinkron: int,
    plan: int,
    bagian: int,
    sekolah: list[int | None],
    paksa: bool = False,
    percobaan: int = 0,
) -> None:
    """Send the part of a plan that is about some schools (None: operations of no school)."""
    syncing.send(context, syncing.Part(sinkron, plan, bagian, tuple(sekolah), paksa), percobaan=percobaan)


@app.task(name=queue.COCOKKAN, queue=queue.COCOKKAN, pass_context=True)
def cocokkan(context: JobContext, *, sinkron: int, plan: int, percobaan: int = 0) -> None:
    """Read the target back, close the plan, end the sync."""
    syncing.verify(context, sinkron=sinkron, plan=plan, percobaan=percobaan)


@app.task(name=queue.DETAK, queue=queue.DETAK, queueing_lock=queue.DETAK, pass_context=True)
async def detak(context: JobContext, timestamp: int) -> None:
    """Free what dead workers left, start what is due. Without a lock: a killed one must not hold up the next."""
    await stalled.free(context)
    await asyncio.to_thread(syncing.start_due)
    await stalled.forget_old(context, timestamp)
    if stalled.hourly(timestamp):
        await asyncio.to_thread(cleaning.clean)


def _import(at: Work, path: Path, tahun: int | None) -> str:
    if not path.exists():
        raise DataError(
            f"Folder {path} tidak ada atau tidak terlihat dari mesin {socket.gethostname()}.",
            langkah="Jalankan pekerja di mesin yang menyimpan folder itu.",
        )
    known = ensure_instansi(at.folder, files_of([path]), tahun)
    year = tahun or known.tahun
    at.bar.stage("impor", len(files_of([path])))
    outcome = import_files(at.folder, [path], Wish(year, at.run), lambda name, done, rows: at.bar(done))
    uploads.read(at.folder.connection, folder=path, run=at.run, outcome=outcome)
    at.folder.connection.commit()
    at.derive(year)
    return _read(outcome)


def _read(outcome: Outcome) -> str:
    rows = sum(item.counts.read for item in outcome.imported)
    if outcome.gagal:
        raise DataError(f"{len(outcome.gagal)} berkas tidak terbaca: {outcome.gagal[0]}")
    skipped = f" {len(outcome.dilewati)} berkas dilewati: bukan laporan yang dikenal." if outcome.dilewati else ""
    return f"{len(outcome.imported)} berkas, {rows} baris dibaca.{skipped}"
