"""Rows of the five tables: the quick reader first, the careful one for whatever is not perfectly regular."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selaras.connectors.common.keys import key_of
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
        "rhk": rhk.quick(sheet, context),
        "kegiatan": kegiatan.quick(sheet),
        "penilaian": penilaian.quick(sheet),
    }


def table_records(source: Table, context: Context) -> Iterator[Record | Reject | Outside]:
    """Yield every row of one table."""
    jenis = jenis_tabel(source.header) or "pegawai"
    columns = TABEL[jenis]
    require(source, columns, LANGKAH)
    names, known, careful = columns.names, context.known, CAREFUL[jenis]
    quick = quick_readers(source.sheet_index, context).get(jenis)
    for line, values, cells in canonical(source, columns):
        if values is None:
            yield too_long(source, line, cells)
            continue
        raw_hash = key_of("pmm", jenis, *values)
        if raw_hash in known:
            known.discard(raw_hash)
            context.same += 1
            continue
        row = dict(zip(names, values, strict=True))
        if jenis in BELUM_DIISI and not_filled(jenis, row):
            context.blank += 1
            continue
        if quick is not None:
            try:
                yield quick(row, line, raw_hash)
                continue
            except (ValueError, KeyError, TypeError):
                pass  # not regular: the careful reader says why
        yield careful(row_of_table(source, line, names, values, cells, raw_hash), context)


def not_filled(jenis: str, row: dict[str, str]) -> bool:
    """Say whether a row holds only what the template wrote itself.

    >>> not_filled("skp", {"nip": "1", "status": ""}), not_filled("skp", {"nip": "1", "status": "Draf"})
    (True, False)
    """
    statuses, columns = BELUM_DIISI[jenis]
    return row.get("status", "").strip().lower() in statuses and not any(row.get(name) for name in columns)
