"""NDJSON: one object a line, `jenis` says of which table it is.

A kegiatan has a column `jenis` of its own (praktik_baik, webinar ...), which one JSON object cannot hold twice:
write `{"jenis": "kegiatan", "jenis_kegiatan": "webinar", ...}`, or simply `{"jenis": "webinar", ...}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from operator import itemgetter
from typing import Any

import orjson

from selaras.connectors.common.rows import Row, rahasia
from selaras.connectors.common.text import teks_json
from selaras.connectors.pmm_interchange.columns import TABEL
from selaras.connectors.pmm_interchange.kegiatan import JENIS
from selaras.connectors.pmm_interchange.records import CAREFUL, KIND, quick_readers
from selaras.connectors.ports import Context, Lines, Outside, Record, Reject

_CONTOH = 50
_RUN = 64  # lines that are compared at once with what is stored


def is_pmm(source: Lines) -> bool:
    """Say whether one of the first lines is a row of ours."""
    for _, raw in islice(source.rows, _CONTOH):
        try:
            item = orjson.loads(raw)
        except orjson.JSONDecodeError:
            continue
        jenis = item.get("jenis") if isinstance(item, dict) else None
        if isinstance(jenis, str) and (jenis in KIND or jenis in JENIS):
            return True
    return False


def line_records(source: Lines, context: Context) -> Iterator[Record | Reject | Outside]:
    """Yield every line; an unchanged one is not even parsed."""
    loads = orjson.loads
    quick = {jenis: (itemgetter(*TABEL[jenis].names), baca) for jenis, baca in quick_readers(0, context).items()}
    quick.update(dict.fromkeys(JENIS, quick["kegiatan"]))
    for line, raw, digest in _fresh(source, context):
        raw_hash = digest.hex()
        try:
            item = loads(raw)
        except ValueError:
            text = raw.decode("utf-8", "replace")
            yield Reject(line, 0, ("B1",), f"Baris {line}: bukan JSON yang utuh.", {"isi": text})
            continue
        try:
            values_of, baca = quick[item["jenis"]]
            try:
                values = values_of(item)
            except KeyError:
                values = _lacking(item)
            yield baca(values, line, raw_hash)
            continue
        except (ValueError, KeyError, TypeError):
            pass  # not regular: the careful reader says why
        yield _careful(item, line, raw_hash, context)


def _fresh(source: Lines, context: Context) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the lines that are not known, each with its hash."""
    known, rows = context.known, iter(source.rows)
    if not known:
        for line, raw in rows:
            yield line, raw, blake2b(raw, digest_size=16).digest()
    while block := list(islice(rows, _RUN)):
        digests = [blake2b(raw, digest_size=16).digest() for _, raw in block]
        if known.take_run(b"".join(digests)):
            context.same += len(block)
            continue
        for (line, raw), digest in zip(block, digests, strict=True):
            if known.take(digest):
                context.same += 1
            else:
                yield line, raw, digest


def _lacking(item: dict[str, Any]) -> tuple[Any, ...]:
    """Return the values of a line that lacks columns; raises ValueError when they may be there by another spelling."""
    if any(name != name.strip().lower() for name in item):
        raise ValueError(item)
    jenis = item["jenis"]
    if jenis in JENIS:
        item, jenis = {"jenis_kegiatan": jenis, **item}, "kegiatan"
    return tuple(map(item.get, TABEL[jenis].names))


def _careful(item: Any, line: int, raw_hash: str, context: Context) -> Record | Reject | Outside:
    if not isinstance(item, dict):
        return Reject(line, 0, ("B1",), f"Baris {line}: bukan objek JSON.", {"isi": repr(item)[:500]})
    named = {key.strip().lower(): teks_json(value) for key, value in item.items()}
    cells = {key: text for key, text in named.items() if not rahasia(key)}
    jenis = cells.get("jenis", "").strip().lower()
    if jenis in JENIS:
        cells["jenis_kegiatan"] = cells.get("jenis_kegiatan") or jenis
        jenis = "kegiatan"
    reader = CAREFUL.get(jenis)
    if reader is None:
        reason = f"Baris {line}: jenis «{jenis}» tidak dikenal (yang dikenal: {', '.join(CAREFUL)})."
        return Reject(line, 0, ("B1",), reason, cells, nama=cells.get("nama") or None)
    return reader(Row(line, 0, cells, raw_hash, lambda: cells), context)
