"""Several programs beside each other for as long as one command runs: started, waited for, watched, stopped.

They live and die together: when one ends by itself, the others are stopped and the command says which one it was.
Each is a group of processes of its own, so that Ctrl-C reaches us alone and nothing of a killed program is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from selaras.galat import Stop, TryAgain
from selaras.setempat.child import answers

START_PATIENCE, STOP_PATIENCE = 90.0, 20.0  # seconds
_TICK = 0.2
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Program:
    """One program: how sentences name it, what runs, what it finds in its environment, where it writes its lines.

    With a `port` it is up once `health` answers there.
    """

    nama: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    health: str = "/"


def supervise(programs: Sequence[Program], *, ready: Callable[[], None], stopping: Callable[[], None]) -> None:
    """Run them until a signal comes. `ready` is called once all are up, `stopping` when the end begins.

    Raises `Stop` when one ends by itself, `TryAgain` when one does not come up.
    """
    running: list[tuple[Program, subprocess.Popen[bytes]]] = []
    with _signals() as told:
        try:
            running += [(program, _start(program)) for program in programs]
            if _all_up(running, told):
                ready()
                while not told and _alive(running):
                    time.sleep(_TICK)
        finally:
            stopping()
            _stop(running, told)


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Collect the signals that mean stop; they mean what they meant before at the end."""
    told: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        told.append(number)

    before = {number: signal.signal(number, note) for number in _SIGNALS}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _start(program: Program) -> subprocess.Popen[bytes]:
    program.log.parent.mkdir(parents=True, exist_ok=True)
    wrapper = [sys.executable, "-m", "selaras.setempat.anak", str(os.getpid())]
    with program.log.open("ab") as output:
        return subprocess.Popen(
            [*wrapper, *program.command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, **program.environment},
            start_new_session=True,
        )


def _all_up(running: Sequence[tuple[Program, subprocess.Popen[bytes]]], told: Sequence[int]) -> bool:
    """Wait until each answers; False when a signal came first."""
    begun = time.monotonic()
    waiting = [program for program, _ in running if program.port]
    while waiting and not told:
        _alive(running)
        if time.monotonic() - begun > START_PATIENCE:
            raise TryAgain(f"{waiting[0].nama} tidak juga siap.", langkah=f"Ulangi; sebabnya di {waiting[0].log}.")
        waiting = [program for program in waiting if not answers(program.health, program.port)]
        time.sleep(_TICK)
    return not told


def _alive(running: Sequence[tuple[Program, subprocess.Popen[bytes]]]) -> bool:
    for program, process in running:
        if process.poll() is not None:
            raise Stop(
                f"{program.nama} berhenti sendiri; yang lain ikut dihentikan.",
                langkah=f"Sebabnya di bagian akhir {program.log}. Sesudah itu jalankan lagi perintah yang sama.",
            )
    return True


def _stop(running: Sequence[tuple[Program, subprocess.Popen[bytes]]], told: Sequence[int]) -> None:
    """Let each finish what it has in hand; a second signal, or patience at its end, ends whoever is left."""
    for _, process in running:
        if process.poll() is None:
            process.terminate()
    begun, asked = time.monotonic(), len(told)
    while any(process.poll() is None for _, process in running):
        if time.monotonic() - begun > STOP_PATIENCE or len(told) > max(asked, 1):
            break
        time.sleep(_TICK / 4)
    for _, process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # also what a killed program left behind
        process.wait()
