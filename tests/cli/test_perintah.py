"""The list of commands: whole, and only what is called is imported."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import selaras.cli
from selaras.cli.perintah import ELSEWHERE, NAMES


def test_it_lists_every_command_of_every_module_once() -> None:
    files = Path(selaras.cli.__file__).parent.glob("[a-z]*.py")
    modules = [import_module(f"selaras.cli.{file.stem}") for file in files]
    there = [command.name for module in modules for command in getattr(module, "COMMANDS", ())]
    assert sorted(there) == sorted(NAMES)
    assert set(ELSEWHERE) <= set(NAMES)


def test_a_command_does_not_wait_for_what_the_others_need() -> None:
    program = (
        "import sys; sys.argv[1:] = ['predikat', 'di-atas', 'sesuai']\n"
        "from selaras.cli.main import main\n"
        "try: main()\n"
        "finally: print(sorted({'xlsxwriter', 'typst', 'procrastinate', 'granian'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
