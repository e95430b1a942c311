"""What every connector speaks: tables in, records and rejects out.

A *connector* turns the tables of one kind of file (or one service) into `Record` tuples; a *reader*
(`connectors.berkas`) turns a file into `Table` objects. The stages know this module and nothing else of
the connectors. All identifiers stay text; nothing is repaired silently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple, Protocol


class Side(IntEnum):
    """Which system said it."""

    PMM = 1
    EKINERJA = 2
    DAPODIK = 3
    SIASN = 4
    DINAS = 5  # maps and references that the dinas or BKPSDM keeps (UNOR-NPSN)


class Kind(IntEnum):
    """What a record is about."""

    PEGAWAI = 1
    SKP = 2
    PENILAIAN = 3
    RHK = 4
    KEGIATAN = 9
    SEKOLAH = 10
    UNOR = 11
    PERIODE = 12
    LOG = 13
    PADANAN = 14  # one row of the UNOR-NPSN map


class SkpStatus(IntEnum):
    """Status of an SKP, both vocabularies: PMM's and e-Kinerja's (persetujuan counts as DISEPAKATI)."""

    DRAF = 1
    DIAJUKAN = 2
    DIKEMBALIKAN = 3
    DISEPAKATI = 4


class PenilaianStatus(IntEnum):
    """How far a rating is: filled in, set, sent to the teacher."""

    DRAF = 1
    DITETAPKAN = 2
    TERKIRIM = 3


class Cakupan(IntEnum):
    """Whether a row belongs to the scope of Selaras, by what the row itself says (finding X2)."""

    MASUK = 0  # guru, kepala sekolah, pengawas, penilik, pamong belajar; ASN
    HONORER = 1
    TENDIK = 2
    OPD_LAIN = 3


class Record(NamedTuple):
    """One thing one side said, ready for COPY. The order is that of the staging table.

    line        1-based line or row number in its file or sheet
    sheet       index into the batch's list of sheets (0 when there is one)
    tahun       calendar year the record is about; 0 for rosters and references
    kind        `Kind`
    native      32 hex digits: hash of the key in the source system (`key_of`)
    slot        0, or tipe*100+angka for PENILAIAN (bulanan 1xx, triwulanan 2xx, semester 3xx, tahunan 400)
    raw_hash    32 hex digits: hash of the row as read
    core        32 hex digits: normalised compared fields; None when not compared
    akun        key of the account in that system (a whole NIP where it is valid), None for places and references
    place       NPSN (PMM, Dapodik), UNOR id or else UNOR name (e-Kinerja, SIASN)
    rest        JSON text with everything else
    """

    line: int
    sheet: int
    tahun: int
    kind: int
    native: str
    slot: int
    raw_hash: str
    core: str | None
    akun: str | None
    place: str | None
    status: int | None
    mulai: str | None  # ISO dates as text: PostgreSQL parses them, the connector has validated them
    selesai: str | None
    hasil: int | None
    perilaku: int | None
    predikat: int | None
    plt: bool | None
    penilai_nip: str | None
    tanggal: str | None
    rest: str | None


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that could not become a record: kept whole, with every reason at once.

    codes are finding codes (N1, N2, R4, G2 ...) or `B1` (the row is damaged in a way that has no code of its own).
    nip/nama/tahun/kind/slot say what the row was about as far as it can be known, so that nobody is blamed for
    what an unreadable row may well have said.
    """

    line: int
    sheet: int
    codes: tuple[str, ...]
    reason: str  # one Indonesian sentence: what is wrong and where
    raw: Mapping[str, str]
    nip: str | None = None
    nama: str | None = None
    tahun: int | None = None
    kind: int | None = None
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """A row outside the scope (X2): counted and listed, never a finding."""

    line: int
    sheet: int
    cakupan: Cakupan
    nip: str | None
    nama: str | None
    keterangan: str  # jabatan, jenis PTK or status that says so
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a file: header found by content, cells as text ('' when empty).

    A cell that the file stores as a number is given as text; integral floats without '.0' up to 15 digits,
    larger ones in scientific notation ('1.97712242005033E+17') so that lost digits stay visible.
    """

    berkas: str  # file name as the person knows it (path inside a ZIP included)
    sheet: str  # '' for CSV
    sheet_index: int
    preamble: tuple[tuple[str, ...], ...]  # rows above the header, empty cells dropped
    header: tuple[str, ...]  # lower case, single spaces/underscores as `_`, e.g. 'nip_baru'
    header_line: int
    rows: Iterable[tuple[int, Sequence[str]]] = field(repr=False)  # (1-based line, cells in header order)
    size: int = 0  # bytes of the file, if another process can open it too


@dataclass(frozen=True, slots=True)
class Lines:
    """An NDJSON file: one JSON object a line, mixed kinds."""

    berkas: str
    rows: Iterable[tuple[int, bytes]] = field(repr=False)
    size: int = 0  # bytes of the file, if another process can open it too


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON document (Dapodik web service, report API)."""

    berkas: str
    data: object = field(repr=False)


Source = Table | Lines | Document


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a batch speaks for: whoever lies outside is not judged by it.

    places None means every place of the instansi; slot None every slot. `complete` says that absence means
    withdrawn (only for reports that are a full list of their scope).
    """

    kind: Kind
    tahun: int
    slot: int | None = None
    places: tuple[str, ...] | None = None  # NPSN or UNOR name/id; None = all
    from_rows: bool = False  # places are those that appear in the rows
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head of a file says about all its rows."""

    instansi: str | None = None
    ditarik: dt.datetime | None = None  # 'Data ditarik pada'
    tahun: int | None = None
    slot: int | None = None
    unor_induk: str | None = None
    unor: str | None = None  # None or 'ALL' = everything


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a connector can show, so that equality is judged over those fields only."""

    side: Side
    kinds: frozenset[Kind]
    fields: frozenset[str]
    writable: bool = False


class Hashes(Protocol):
    """Raw hashes that are stored: each can be taken out once."""

    def take(self, raw_hash: bytes, /) -> bool:
        """Take a hash out; say whether it was there."""
        ...

    def take_run(self, raw_hashes: bytes, /) -> bool:
        """Take several out, one behind the other; False, and none is taken, unless just these come next as stored."""
        ...

    def __contains__(self, raw_hash: object, /) -> bool:
        """Say whether a hash, written as hex digits, was there and was not taken out."""
        ...

    def __len__(self) -> int:
        """Count what is left."""
        ...


class NoHashes:
    """Nothing is stored yet."""

    def take(self, raw_hash: bytes, /) -> bool:
        """Say no."""
        return False

    def take_run(self, raw_hashes: bytes, /) -> bool:
        """Say no."""
        return False

    def __contains__(self, raw_hash: object, /) -> bool:
        """Say no."""
        return False

    def __len__(self) -> int:
        """Count none."""
        return 0


@dataclass(slots=True)
class Context:
    """What a connector needs to know of the run. `known` holds raw hashes already stored (unchanged filter)."""

    tahun: int
    per: dt.date
    known: Hashes = field(default_factory=NoHashes)
    same: int = 0  # rows skipped because their raw hash was known
    blank: int = 0  # rows that only a template wrote: like empty lines, they are not read


class Connector(Protocol):
    """One kind of outside file. Siblings have identical shape: copy the neighbour."""

    name: str  # 'ekinerja_laporan_skp': stored with the batch
    title: str  # 'Laporan SKP e-Kinerja': shown to people
    capabilities: Capabilities

    def recognises(self, source: Source) -> bool:
        """Say whether this source is ours, judged by its content only."""
        ...

    def heading(self, source: Source) -> Heading:
        """Read what the head of the file says."""
        ...

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        """Say what the rows of this source speak for."""
        ...

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        """Yield every row once: a record, a reject or an outside row. Raises `DataError` when unusable as a whole."""
        ...
