"""A child process that is killed (or thrown out) at its n-th statement, and proves that it died there."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import psycopg

Kerja = Callable[[Callable[[str], None]], None]


class Putus(Exception):
    """The import is aborted here."""


def _counted(hook: Callable[[str], None]) -> None:
    """Call the hook before every statement of this process, whoever sends it."""
    for cls, names in ((psycopg.Cursor, ("execute", "executemany", "copy")), (psycopg.Connection, ("commit",))):
        for name in names:
            original = getattr(cls, name)

            def wrapped(self: Any, *args: Any, _original: Any = original, _name: str = name, **kwargs: Any) -> Any:
                hook(str(args[0]) if args else _name)
                return _original(self, *args, **kwargs)

            setattr(cls, name, wrapped)


def mati_pada(n: int, work: Callable[[], None]) -> tuple[str, int]:
    """Run `work` in a child that is killed with SIGKILL at statement n. Returns (statement, statements so far).

    When the child comes to its end before, the statement is ''.
    """
    return mati_di(n, lambda hook: work())


def mati_di(n: int, work: Kerja) -> tuple[str, int]:
    """Do the same to work that marks moments of its own (before and after a call) with the hook it is given."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(n, work, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    count, _, statement = told.partition("|")
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        assert int(count) == n
        assert statement
    else:
        assert os.WEXITSTATUS(status) == 0, told
    return statement, int(count)


def _child(n: int, work: Kerja, writer: int) -> None:
    seen, lock = 0, threading.Lock()

    def hook(statement: str) -> None:
        nonlocal seen
        with lock:
            seen += 1
            if seen == n:
                os.write(writer, f"{seen}|{' '.join(statement.split())[:160]}".encode())
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
