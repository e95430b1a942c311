"""A writable target that is no part of Selaras: a store in the memory of the test process, reached over a socket.

It outlives a killed worker, and its log is the witness: every call, and every effect in the order in which it happened.
Versions, idempotency and the hash of the compared fields are worked out here a second time, on purpose.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Client, Connection, Listener
from typing import Any

from jobs.desa import BUDI, INDUK, SLOT, TW, Orang, Sekolah, judul, nilai_ek, periode, skp_ek, tabel
from selaras.connectors.ports import Document, Kind, Source
from selaras.connectors.target import Answer, Held, Key, Outcome, Write
from selaras.galat import DataError, Postponed, Stop, TryAgain, Uncertain

GALAT: dict[str, type[Exception]] = {
    "coba lagi": TryAgain,
    "tunda": Postponed,
    "ragu sebelum": Uncertain,
    "ragu sesudah": Uncertain,
    "henti": Stop,
    "salah": DataError,
}
RATING = {1: "Diatas Ekspektasi", 2: "Sesuai Ekspektasi", 3: "Dibawah Ekspektasi"}
PREDIKAT = {1: "Sangat Baik", 2: "Baik", 3: "Butuh Perbaikan", 4: "Kurang", 5: "Sangat Kurang"}
CODES = {name.lower(): code for names in (RATING, PREDIKAT) for code, name in names.items()}


@dataclass
class Simpanan:
    """What stands under a key."""

    versi: int
    row: dict[str, str] | None


@dataclass
class Sasaran:
    """The store, its faults and its log. Knobs may be turned while workers are at it.

    galat    word of GALAT for call number n (counted from 1 over all writes), None for none
    tolak    what a precondition says of a write: (kode, pesan) or None
    bohong   keys (kind, nip, slot) whose writes are answered as stored and are not
    """

    galat: Callable[[int, Sequence[Write]], str | None] = lambda n, writes: None
    galat_baca: Callable[[int], str | None] = lambda n: None
    tolak: Callable[[Write], tuple[str, str] | None] = lambda write: None
    bohong: set[tuple[int, str, int]] = field(default_factory=set)
    after: float | None = None
    isi: dict[Key, Simpanan] = field(default_factory=dict)
    jawaban: dict[str, Answer] = field(default_factory=dict)
    panggilan: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    efek: list[tuple[str, Key, str | None]] = field(default_factory=list)  # (kunci, where, core)
    waktu: list[float] = field(default_factory=list)
    warga: dict[str, Orang] = field(default_factory=dict)
    sekolah: dict[str, Sekolah] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    # -- what workers reach -----------------------------------------------------------------------------------------
    def kirim(self, writes: Sequence[Write]) -> Any:
        with self.lock:
            self.panggilan.append(("kirim", tuple(write.kunci for write in writes)))
            word = self.galat(sum(kind == "kirim" for kind, _ in self.panggilan), writes)
            if word and word != "ragu sesudah":
                return word, self.after
            told = [self._satu(write) for write in writes]
            return (word, None) if word else told

    def baca(self, keys: Sequence[Key]) -> Any:
        with self.lock:
            self.panggilan.append(("baca", tuple(f"{key.nip}.{key.slot}" for key in keys)))
            word = self.galat_baca(sum(kind == "baca" for kind, _ in self.panggilan))
            if word:
                return word, self.after
            return [self.satu(key) for key in keys]

    def _satu(self, write: Write) -> Answer:
        known = self.jawaban.get(write.kunci)
        if known:
            same = known.outcome is Outcome.STORED
            return Answer(write.kunci, Outcome.SAME, known.versi) if same else known
        found = self.jawaban[write.kunci] = self._baru(write)
        return found

    def _baru(self, write: Write) -> Answer:
        stands = self.isi.get(write.key, Simpanan(0, None))
        versi = stands.versi if stands.row is not None else 0
        if versi != write.versi:
            return Answer(write.kunci, Outcome.MOVED, versi)
        refused = self.tolak(write)
        if refused:
            return Answer(write.kunci, Outcome.REFUSED, None, *refused)
        if (int(write.key.kind), write.key.nip, write.key.slot) in self.bohong:
            return Answer(write.kunci, Outcome.STORED, stands.versi + 1)
        self._simpan(write.key, self._baris(write))
        self.efek.append((write.kunci, write.key, self.satu(write.key).core))
        return Answer(write.kunci, Outcome.STORED, stands.versi + 1)

    # -- what it holds ----------------------------------------------------------------------------------------------
    def satu(self, key: Key) -> Held:
        stands = self.isi.get(key)
        if stands is None or stands.row is None:
            return Held(key, 0, None, None)
        return Held(key, stands.versi, inti(key.kind, stands.row), dict(stands.row))

    def ubah(self, key: Key, **cells: str) -> None:
        """Let somebody else change what stands there."""
        with self.lock:
            row = self.isi[key].row
            assert row is not None
            self._simpan(key, row | cells)

    def hapus(self, key: Key) -> None:
        """Let somebody else take it away."""
        with self.lock:
            self._simpan(key, None)

    def _simpan(self, key: Key, row: dict[str, str] | None) -> None:
        versi = self.isi[key].versi if key in self.isi else 0
        self.isi[key] = Simpanan(versi + 1, row)

    def taruh(self, o: Orang, *tws: str, skp: bool = True) -> None:
        """Put in what the village's e-Kinerja has of a person."""
        self.kenal(o)
        if skp:
            self._simpan(kunci_skp(o), {name: str(value) for name, value in skp_ek(o).items()})
        for tw in tws:
            self._simpan(kunci_nilai(o, tw), nilai_ek(o, tw) | tipe(tw))

    def kenal(self, o: Orang) -> None:
        self.warga[o.nip], self.sekolah[o.sekolah.npsn] = o, o.sekolah

    def _baris(self, write: Write) -> dict[str, str] | None:
        if write.isi is None:
            return None
        o, isi = self.warga.get(write.key.nip), write.isi
        if o is None:  # a test of numbers alone
            names = ("hasil_kerja", "perilaku_kerja", "predikat")
            codes = [int(str(isi.get(name, 0))) for name in names]
            if write.key.kind is Kind.SKP:
                return {"skp_status": str(isi["status"])}
            return dict(zip(("hasil_kerja", "perilaku_kerja", "hasil_akhir"), _names(*codes), strict=True))
        if write.key.kind is Kind.SKP:
            return skp_ek(o) | {
                "periode_awal": write.key.mulai or "",
                "periode_akhir": str(isi["selesai"]),
                "skp_status": str(isi["status"]),
            }
        return (
            nilai_ek(o, next(tw for tw in TW if SLOT[tw] == write.key.slot))
            | tipe(next(tw for tw in TW if SLOT[tw] == write.key.slot))
            | {
                "hasil_kerja": RATING[int(str(isi["hasil_kerja"]))],
                "perilaku_kerja": RATING[int(str(isi["perilaku_kerja"]))],
                "hasil_akhir": PREDIKAT[int(str(isi["predikat"]))],
            }
        )

    def laporan(self, hari: str = "2025-01-06") -> list[Source]:
        """Give the reports of the year, complete, as the target shows them now."""
        with self.lock:
            rows = [(key, dict(one.row)) for key, one in self.isi.items() if one.row is not None]
        skp = [row for key, row in rows if key.kind is Kind.SKP]
        found: list[Source] = [tabel("laporan-skp", skp, judul("SKP", hari), skp_ek(BUDI))]
        for tw in TW:
            nilai = [row for key, row in rows if key.kind is Kind.PENILAIAN and key.slot == SLOT[tw]]
            nama = "Tahunan" if tw == "T" else f"Triwulan {tw}"
            atas = judul(f"Penilaian SKP Periode {nama}", hari)
            found.append(tabel(f"laporan-nilai-{tw}", nilai, atas, nilai_ek(BUDI, tw) | tipe(tw)))
        return [Document("periode", {"data": [periode(tw) for tw in TW]}), *found]

    def kosongkan(self) -> None:
        """Forget everything, the log too."""
        with self.lock:
            for store in (self.isi, self.jawaban, self.panggilan, self.efek):
                store.clear()

    # -- the witness ------------------------------------------------------------------------------------------------
    @property
    def kiriman(self) -> int:
        """Number of calls that wrote."""
        return sum(kind == "kirim" for kind, _ in self.panggilan)

    def sekali(self) -> bool:
        """Say whether no idempotency key ever took effect twice."""
        keys = [kunci for kunci, _, _ in self.efek]
        return len(keys) == len(set(keys))


def _names(hasil: int, perilaku: int, akhir: int) -> tuple[str, str, str]:
    return RATING[hasil], RATING[perilaku], PREDIKAT[akhir]


def tipe(tw: str) -> dict[str, str]:
    final = tw == "T"
    return {"tipe_periodik": "tahunan" if final else "triwulanan", "angka_periodik": "" if final else tw}


def inti(kind: Kind, row: dict[str, str]) -> str:
    """Hash of the compared fields, from the row."""
    if kind is Kind.SKP:
        return f"{0xA if row['skp_status'] == 'persetujuan' else 0xB:032x}"
    digits = "".join(str(CODES[row[name].lower()]) for name in ("hasil_kerja", "perilaku_kerja", "hasil_akhir"))
    return digits.rjust(32, "0")


def kunci_skp(o: Orang) -> Key:
    return Key(Kind.SKP, o.nip, 2024, o.sekolah.npsn, "2024-01-01", 0)


def kunci_nilai(o: Orang, tw: str) -> Key:
    return Key(Kind.PENILAIAN, o.nip, 2024, o.sekolah.npsn, None, SLOT[tw])


def acak(seed: int, share: float) -> Callable[[int, Sequence[Write]], str | None]:
    """Fail this share of all calls, in ways that a net fails."""
    dice = random.Random(seed)

    def galat(n: int, writes: Sequence[Write]) -> str | None:
        return dice.choice(("coba lagi", "ragu sebelum", "ragu sesudah")) if dice.random() < share else None

    return galat


class Pelayan:
    """The store behind a socket, a thread for each caller."""

    def __init__(self, sasaran: Sasaran) -> None:
        self.sasaran = sasaran
        self.listener = Listener(None, "AF_UNIX", backlog=32)
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def alamat(self) -> str:
        return str(self.listener.address)

    def tutup(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                caller = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: Connection) -> None:
        while True:
            try:
                verb, what = caller.recv()
                caller.send(self.sasaran.kirim(what) if verb == "kirim" else self.sasaran.baca(what))
            except (EOFError, OSError):
                return


class Tiruan:
    """The target as a worker has it: a connection, opened when it is first needed."""

    name, title = "ekinerja_builtin", "Sasaran tiruan"

    def __init__(self, alamat: str, batch: int = 500) -> None:
        self.alamat, self.batch = alamat, batch
        self.connection: Connection | None = None
        self.sela: Callable[[str], None] = lambda moment: None  # a test looks in before and after a call

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        assert len(writes) <= self.batch
        answers: list[Answer] = self._ask("kirim", list(writes))
        return answers

    def look(self, keys: Sequence[Key]) -> list[Held]:
        held: list[Held] = self._ask("baca", list(keys))
        return held

    def observe(self, tahun: int) -> Iterator[Source]:
        raise NotImplementedError(tahun)

    def _ask(self, verb: str, what: Sequence[Any]) -> Any:
        self.sela(f"sebelum {verb}")
        if self.connection is None:
            self.connection = Client(self.alamat, "AF_UNIX")
        self.connection.send((verb, what))
        told = self.connection.recv()
        self.sela(f"sesudah {verb}")
        if isinstance(told, tuple):
            word, after = told
            kind = GALAT[word]
            raise kind(f"tiruan: {word}", after=after) if issubclass(kind, TryAgain) else kind(f"tiruan: {word}")
        return told


class Langsung:
    """The same target in this process, reports included."""

    name, title, batch = "ekinerja_builtin", "Sasaran tiruan", 500

    def __init__(self, sasaran: Sasaran) -> None:
        self.sasaran = sasaran

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        return list(_raised(self.sasaran.kirim(writes)))

    def look(self, keys: Sequence[Key]) -> list[Held]:
        return list(_raised(self.sasaran.baca(keys)))

    def observe(self, tahun: int) -> Iterator[Source]:
        del tahun
        yield from self.sasaran.laporan()


def _raised(told: Any) -> Any:
    if isinstance(told, tuple):
        kind = GALAT[told[0]]
        raise kind(f"tiruan: {told[0]}", after=told[1]) if issubclass(kind, TryAgain) else kind(f"tiruan: {told[0]}")
    return told


__all__ = ["INDUK", "Langsung", "Pelayan", "Sasaran", "Tiruan", "acak", "kunci_nilai", "kunci_skp"]
