"""Run pieces of Python in a process of their own: to kill it, to run many at once, or to run it as somebody else."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import dedent

import psycopg
import pytest

import selaras

PATHS = (Path(selaras.__file__).parent.parent, Path(psycopg.__file__).parent.parent)
HEAD = """
import os, sys, time
from pathlib import Path
from selaras.database import connect, open_database, status, stop
from selaras.galat import SelarasError
"""


def start(
    body: str, *arguments: object, user: str | None = None, python: str = sys.executable, before: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Start a child. `sys.argv[1:]` are the arguments; `before` is a command that runs it (setpriv ...)."""
    environment = {
        "PYTHONPATH": os.pathsep.join(map(str, PATHS)),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    entry = None if user is None else pwd.getpwnam(user)
    return subprocess.Popen(
        [*before, python, "-c", HEAD + dedent(body), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
        cwd="/",
        user=None if entry is None else entry.pw_uid,
        group=None if entry is None else entry.pw_gid,
        extra_groups=None if entry is None else [],
    )


def run(body: str, *arguments: object, user: str | None = None, before: Sequence[str] = ()) -> str:
    """Run a child to its end and return what it printed."""
    python = sys.executable if user is None else python_for(user)
    child = start(body, *arguments, user=user, python=python, before=before)
    said, _ = child.communicate(timeout=60)
    return said.strip()


def python_for(user: str) -> str:
    """Return an interpreter that the user may run with our packages, or skip the test with the reason."""
    if os.geteuid() != 0:
        pytest.skip("hanya root dapat menjalankan proses sebagai pengguna lain")
    for python in (sys.executable, "/usr/bin/python3", f"/usr/bin/python3.{sys.version_info.minor}"):
        try:
            if start("print('bisa')", user=user, python=python).communicate()[0].strip() == "bisa":
                return python
        except OSError:
            continue
    pytest.skip(f"tidak ada Python yang boleh dijalankan pengguna {user}")


def line(child: subprocess.Popen[str]) -> str:
    """Return the next line that a child prints."""
    assert child.stdout is not None
    return child.stdout.readline().strip()


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something is true; fails the test when it does not come true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "tidak terjadi pada waktunya"
        time.sleep(0.01)
