"""selaras worker: carry out what waits in the queue, until told to stop."""

from __future__ import annotations

import logging
import sys

import click

from selaras.config import clock
from selaras.database import data_folder
from selaras.galat import SelarasError


@click.command()
@click.option("--sekali", is_flag=True, help="Kerjakan yang bisa dikerjakan sekarang, lalu selesai.")
@click.option("--pekerja", type=click.IntRange(1, 32), default=1, help="Berapa pekerjaan sekaligus (bawaan: 1).")
@click.option("--detak", type=click.FloatRange(1, 60), default=10.0, hidden=True, help="Detik antara tanda hidup.")
def worker(sekali: bool, pekerja: int, detak: float) -> int:
    """Kerjakan antrean di latar belakang: impor, padan dan periksa, sinkron terjadwal."""
    from selaras.jobs.worker import Worker  # the queue is slow to load, and no other command needs it

    _tell()
    if not sekali:
        click.echo("Pekerja siap. Hentikan dengan Ctrl+C; yang sedang dikerjakan diselesaikan dulu.", err=True)
    code = Worker(sekali=sekali, pekerja=pekerja, detak=detak).work()
    if not sekali:
        click.echo("Pekerja berhenti.", err=True)
        return 0  # told to stop, and stopped: failed jobs are in «selaras status»
    return code


def _tell() -> None:
    """Send our own lines to standard error, and what the libraries say of the unexpected to the engineer's file."""
    ours = logging.getLogger("selaras.pekerja")
    ours.handlers = [_handler(logging.StreamHandler(sys.stderr), "%(asctime)s %(message)s")]
    ours.setLevel(logging.INFO)
    ours.propagate = False
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = _handler(logging.FileHandler(folder / "galat.log", delay=True, encoding="utf-8"), "%(asctime)s %(message)s")
    file.addFilter(_unexpected)
    for name in ("procrastinate", "psycopg.pool", "asyncio"):
        theirs = logging.getLogger(name)
        theirs.handlers, theirs.propagate = [file], False
        theirs.setLevel(logging.ERROR)


def _handler(handler: logging.Handler, text: str) -> logging.Handler:
    formatter = logging.Formatter(text, datefmt="%d-%m-%Y %H:%M:%S")
    formatter.converter = lambda seconds: clock.now().timetuple()
    handler.setFormatter(formatter)
    return handler


def _unexpected(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, SelarasError)


COMMANDS = (worker,)
