"""The command line in this process as a terminal has it: bytes in, UTF-8 out. Fast enough for Hypothesis."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from jobs.perintah import Hasil
from selaras.cli import main as cli


def jalankan(folder: Path, *words: str, masukan: bytes = b"") -> Hasil:
    """Run `selaras WORDS`; fails when anything unexpected reached the last gate."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=kind) for kind in ("strict", "backslashreplace")
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "SELARAS_DATA", str(folder))
        patch.setattr(sys, "argv", ["selaras", *words])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(masukan), encoding="utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as stop:
            cli.main()
    printed = [_printed(stream) for stream in (out, err)]
    log = folder / "galat.log"
    assert not log.exists(), log.read_text()
    assert "Traceback" not in printed[1]
    code = stop.value.code
    return Hasil(code if isinstance(code, int) else 0, *printed)


def _printed(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
