"""The command line in this process: what it printed, and its exit code."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from selaras.cli import main as cli


@dataclass(frozen=True)
class Hasil:
    kode: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Perintah:
    """`perintah("rekap", "--json")` on one database, as on one data folder."""

    def __init__(self, dsn: str, folder: Path, patch: pytest.MonkeyPatch, hari: str = "2025-01-06") -> None:
        self.dsn, self.folder, self.patch, self.hari = dsn, folder, patch, hari

    def __call__(self, *words: object) -> Hasil:
        env = {"DATABASE_URL": self.dsn, "SELARAS_DATA": str(self.folder / "data"), "SELARAS_HARI_INI": self.hari}
        for name, value in env.items():
            self.patch.setitem(os.environ, name, value)
        self.patch.setattr(sys, "argv", ["selaras", *map(str, words)])
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as stop:
            cli.main()
        assert "Traceback" not in out.getvalue() + err.getvalue()
        code = stop.value.code
        return Hasil(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())

    def galat(self) -> str:
        """Give what the last gate wrote down for the engineer; '' when nothing unexpected happened."""
        path = self.folder / "data" / "galat.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""
