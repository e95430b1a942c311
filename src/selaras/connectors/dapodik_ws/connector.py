"""The connector of the Dapodik web service's answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.connectors.common.documents import daftar
from selaras.connectors.common.rows import header_of, require, rows_of
from selaras.connectors.dapodik_ws.records import GTK, SEKOLAH, gtk_of, penolakan, sekolah_of
from selaras.connectors.ports import (
    Capabilities,
    Context,
    Coverage,
    Document,
    Heading,
    Kind,
    Outside,
    Record,
    Reject,
    Side,
    Source,
)
from selaras.galat import DataError

_NPSN = re.compile(r"(?<!\d)\d{8}(?!\d)", re.ASCII)


class WebServiceDapodik:
    """getGtk: one row per PTK of one school; getSekolah: the school itself."""

    name = "dapodik_ws"
    title = "Web service Dapodik (getGtk, getSekolah)"
    capabilities = Capabilities(Side.DAPODIK, frozenset({Kind.PEGAWAI, Kind.SEKOLAH}), frozenset())

    def recognises(self, source: Source) -> bool:
        """Say whether this is an answer of the web service, a refusal included."""
        if not isinstance(source, Document):
            return False
        return bool(penolakan(source.data)) or _is(source, "ptk_terdaftar_id") or _is(source, "sekolah_id")

    def heading(self, source: Source) -> Heading:
        """Answers carry no heading."""
        return Heading()

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """getGtk is complete for its school when all announced rows are there; getSekolah says nothing of others."""
        if _is(source, "sekolah_id"):
            return (Coverage(Kind.SEKOLAH, 0, from_rows=True),)
        return (Coverage(Kind.PEGAWAI, 0, from_rows=True, complete=_whole(source)),)

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row of the answer."""
        if not isinstance(source, Document):
            raise DataError("Jawaban web service Dapodik berupa JSON.", di_mana=source.berkas)
        if refused := penolakan(source.data):
            raise DataError(
                f"Web service Dapodik menolak: «{refused}».",
                di_mana=source.berkas,
                langkah="Periksa token, NPSN dan alamat IP aplikasi di Dapodik sekolah, lalu ambil ulang.",
            )
        is_sekolah = _is(source, "sekolah_id")
        columns = SEKOLAH if is_sekolah else GTK
        require(source, columns, "Ambil ulang dari web service Dapodik versi yang memuat kolom itu.")
        npsn = npsn_berkas(source.berkas)
        for row in rows_of(source, columns, context, self.name, npsn):
            if isinstance(row, Reject):
                yield row
            else:
                yield sekolah_of(row) if is_sekolah else gtk_of(row, npsn)


def npsn_berkas(berkas: str) -> str:
    """Return the one NPSN that stands in the file's own name, '' when there is none or several.

    getGtk does not repeat the NPSN it was asked for, so the file is named after it. Only here does a name count.

    >>> npsn_berkas("dapodik.zip/getGtk-20271000.json"), npsn_berkas("getGtk.json"), npsn_berkas("20250105/gtk.json")
    ('20271000', '', '')
    """
    found = set(_NPSN.findall(re.split(r"[/\\:]", berkas)[-1]))
    return found.pop() if len(found) == 1 else ""


def _is(source: Source, key: str) -> bool:
    """Say whether the answer names this column as the id of its rows (or carries it in them)."""
    if not isinstance(source, Document):
        return False
    named = source.data.get("id") if isinstance(source.data, dict) else None
    if named in ("ptk_terdaftar_id", "sekolah_id", "pengguna_id", "registrasi_id", "rombongan_belajar_id"):
        return bool(named == key)
    header = header_of(source)
    return key in header and ("nama" in header)


def _whole(source: Source) -> bool:
    if not isinstance(source, Document) or not isinstance(source.data, dict):
        return False
    return source.data.get("results") == len(daftar(source.data)) > 0
