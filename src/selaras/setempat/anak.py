"""`python -m selaras.setempat.anak PARENT PROGRAM ARGUMENT...`: become the program, and be ended with the parent.

A supervisor that is killed can not stop anybody: the kernel then tells its children. The wish survives `exec`.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask the kernel, then become the program. Does not return."""
    parent, program, *arguments = sys.argv[1:]
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != int(parent):  # it died before the kernel was asked
        sys.exit(1)
    os.execv(program, [program, *arguments])  # noqa: S606 - our own program


if __name__ == "__main__":
    main()
