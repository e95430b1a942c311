"""A worker process that is killed with SIGKILL at its n-th moment: a statement, a commit, before or after a call."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from jobs.maut import _counted

Kerja = Callable[[Callable[[str], None]], None]


def mati_pada(n: int, work: Kerja) -> str:
    """Run `work` in a child and kill it at moment n. Returns the moment, '' when the child came to its end before.

    `work` is given the function that marks moments which are no statements.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(n, work, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    count, _, moment = told.partition("|")
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        assert int(count) == n
        assert moment
    else:
        assert os.WEXITSTATUS(status) == 0, told
    return moment


def _child(n: int, work: Kerja, writer: int) -> None:
    seen = 0

    def hook(moment: str) -> None:
        nonlocal seen
        seen += 1
        if seen == n:
            os.write(writer, f"{seen}|{' '.join(moment.split())[:160]}".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        _counted(hook)
        work(hook)
        os.write(writer, f"{seen}|".encode())
        code = 0
    except BaseException as error:  # noqa: BLE001 - told to the parent
        os.write(writer, f"{seen}|{error!r}".encode())
    finally:
        os._exit(code)
