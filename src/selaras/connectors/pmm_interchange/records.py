"""Rows of the five tables: the quick reader first, the careful one for whatever is not perfectly regular."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from selaras.connectors.common.keys import hasher
from selaras.connectors.common.rows import Row, canonical, require, row_of_table, too_long
from selaras.connectors.pmm_interchange import kegiatan, pegawai, penilaian, rhk, skp
from selaras.connectors.pmm_interchange.columns import TABEL, jenis_tabel
from selaras.connectors.pmm_interchange.quick import Baca
from selaras.connectors.ports import Context, Kind, Outside, Record, Reject, Table

KIND = {
    "pegawai": Kind.PEGAWAI,
    "skp": Kind.SKP,
    "rhk": Kind.RHK,
    "kegiatan": Kind.KEGIATAN,
    "penilaian": Kind.PENILAIAN,
}
CAREFUL: dict[str, Callable[[Row, Context], Record | Reject | Outside]] = {
    "pegawai": pegawai.record_of,
    "skp": skp.record_of,
    "rhk": rhk.record_of,
    "kegiatan": kegiatan.record_of,
    "penilaian": penilaian.record_of,
}
# A template row that nobody has filled in says nothing: no record, no reject, not counted.
BELUM_DIISI = {
    "skp": ({"", "-"}, ("skp_id", "tanggal_disepakati")),
    "penilaian": (
        {"", "-", "draf"},
        ("hasil_kerja", "perilaku_kerja", "predikat", "umpan_balik", "tanggal_dinilai"),
    ),
}
LANGKAH = "Pakai templat dari `selaras templat --npsn N`, atau tambahkan kolom itu, lalu impor lagi."


def quick_readers(sheet: int, context: Context) -> dict[str, Baca]:
    """Return the quick readers of one source; their caches die with it."""
    return {
        "pegawai": pegawai.quick(sheet),
        "skp": skp.quick(sheet),
        "rhk": rhk.quick(sheet, context),
        "kegiatan": kegiatan.quick(sheet),
        "penilaian": penilaian.quick(sheet),
    }


def table_records(source: Table, context: Context) -> Iterator[Record | Reject | Outside]:
    """Yield every row of one table."""
    jenis = jenis_tabel(source.header) or "pegawai"
    columns = TABEL[jenis]
    require(source, columns, LANGKAH)
    names, quick, careful = columns.names, quick_readers(source.sheet_index, context)[jenis], CAREFUL[jenis]
    hash_of_row, take, known = hasher("pmm", jenis), context.known.take, len(context.known)
    isian = itemgetter(*map(names.index, BELUM_DIISI[jenis][1])) if jenis in BELUM_DIISI else None
    for line, values, cells in canonical(source, columns):
        if values is None:
            yield too_long(source, line, cells)
            continue
        raw_hash = hash_of_row(values)
        if known and take(raw_hash):
            context.same += 1
            continue
        if isian and not any(isian(values)) and not_filled(jenis, dict(zip(names, values, strict=True))):
            context.blank += 1
            continue
        try:
            yield quick(values, line, raw_hash.hex())
            continue
        except (ValueError, KeyError, TypeError):
            pass  # not regular: the careful reader says why
        yield careful(row_of_table(source, line, names, values, cells, raw_hash.hex()), context)


def not_filled(jenis: str, row: dict[str, str]) -> bool:
    """Say whether a row holds only what the template wrote itself.

    >>> not_filled("skp", {"nip": "1", "status": ""}), not_filled("skp", {"nip": "1", "status": "Draf"})
    (True, False)
    """
    statuses, columns = BELUM_DIISI[jenis]
    return row.get("status", "").strip().lower() in statuses and not any(row.get(name) for name in columns)
