"""The picture as PNG or PDF, set by Typst with the bundled font."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Literal

import typst

from selaras.documents import tindak_lanjut
from selaras.galat import Stop

_HALAMAN = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")\n'


@cache
def _huruf() -> typst.Fonts:
    with as_file(files(tindak_lanjut) / "huruf") as folder:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def cetak(svg: str, bentuk: Literal["png", "pdf"]) -> bytes:
    """Return the picture in this form. Raises `Stop` when it can not be set."""
    try:
        printer = typst.Compiler(_HALAMAN, font_paths=_huruf())
        found = printer.compile(format=bentuk, ppi=160, sys_inputs={"svg": svg})
    except typst.TypstError as error:
        raise Stop("Gambar tidak dapat dicetak.", langkah="Unduh bentuk SVG; beri tahu pengelola Selaras.") from error
    if not isinstance(found, bytes):
        raise Stop("Gambar tidak muat di satu halaman.", langkah="Unduh bentuk SVG.")
    return found
