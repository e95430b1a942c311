"""A large file is read by a process of its own: two threads of one process would take turns instead.

It is started as `python -m selaras.intake.apart`, gets one pickled job on standard input and answers on standard output
with pickled chunks, and at the end with the context (what was known and met again) or the error that stopped it. Only
these two speak to each other: nothing that came from a file is ever unpickled.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import suppress
from typing import IO, cast

from selaras.connectors.ports import Connector, Context, Heading, NoHashes, Source
from selaras.galat import TryAgain
from selaras.intake.chunks import Chunk, cut

PIPE = 1 << 20  # bytes that the reader may be ahead of what has been taken from it
_COMMAND = (sys.executable, "-P", "-m", "selaras.intake.apart")


def chunks_of(connector: Connector, source: Source, heading: Heading, context: Context) -> Generator[Chunk]:
    """Yield the chunks of a source that another process can open; `context` is complete after the last one.

    Raises what the connector raises, and `TryAgain` when the process ends before it has said that it is done.
    """
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, pipesize=PIPE
    ) as process:
        try:
            with suppress(BrokenPipeError), cast(IO[bytes], process.stdin) as job:
                pickle.dump((connector, source, heading, context), job, pickle.HIGHEST_PROTOCOL)
            context.known = NoHashes()  # they are with the other process until it is done
            while isinstance(answer := _answer(cast(IO[bytes], process.stdout)), Chunk):
                yield answer
        finally:
            process.kill()
    if isinstance(answer, Exception):
        raise answer
    if not isinstance(answer, Context):
        raise TryAgain(
            "proses yang membaca berkas ini terhenti di tengah jalan. Tidak ada yang berubah.",
            di_mana=source.berkas,
            langkah="Jalankan lagi. Bila terulang, tutup program lain supaya memori cukup, atau pecah berkasnya.",
        )
    context.same, context.blank, context.known = answer.same, answer.blank, answer.known


def _answer(stream: IO[bytes]) -> object:
    """Return what the other process says next; None when it has ended."""
    try:
        return pickle.load(stream)  # noqa: S301 - our own process
    except (EOFError, pickle.UnpicklingError):  # it was killed, before a word or within one
        return None


def main() -> None:
    """Read one source."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked decides
    connector, source, heading, context = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process
    with suppress(BrokenPipeError):
        try:
            for chunk in cut(connector.records(source, heading, context)):
                _say(chunk)
            _say(context)
        except Exception as error:  # noqa: BLE001 - whoever asked raises it
            _say(error)


def _say(what: object) -> None:
    pickle.dump(what, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
