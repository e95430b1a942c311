"""Dokumen evaluasi of one SKP in one period, set by Typst from what was kept when it was made."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from importlib.resources import as_file, files
from typing import Any

import typst

from selaras.galat import Stop

_RUMAH = "selaras.documents"


def cetak(isi: Mapping[str, Any], *, periode: str, dibuat: dt.datetime, latihan: bool) -> bytes:
    """Return the PDF; the same content gives the same bytes. Raises `Stop` when it can not be set."""
    data = {"isi": isi, "periode": periode, "latihan": latihan, "dibuat": f"{dibuat:%d-%m-%Y}"}
    with as_file(files(_RUMAH)) as rumah:
        pencetak = typst.Compiler(
            str(rumah / "evaluasi" / "evaluasi.typ"),
            root=str(rumah),
            font_paths=[str(rumah / "tindak_lanjut" / "huruf")],
            ignore_system_fonts=True,
        )
        try:
            made = pencetak.compile(
                format="pdf", sys_inputs={"data": json.dumps(data)}, timestamp=int(dibuat.timestamp())
            )
        except typst.TypstError as error:
            raise Stop("Dokumen evaluasi tidak dapat dicetak.", langkah="Laporkan kepada pengelola.") from error
    if not isinstance(made, bytes):
        raise Stop("Dokumen evaluasi tidak menghasilkan PDF.")
    return made
