"""Sinkro Penilaian: the ratings that PMM has sent, for as many people as were asked for at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.config.clock import today
from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.selectors import baca
from selaras.ekinerja.selectors_baca import TERBANYAK
from selaras.ekinerja.selectors_sinkron import periode_terpasang
from selaras.kinerja import periode
from selaras.pmm.selectors_bahan import Bahan
from selaras.portal.ekinerja.jembatan import Hasil, Meja, meja, menolak, tulis_semua
from selaras.portal.ekinerja.operasi_skp import agreed, operation

Row = dict[str, Any]
_ISI = ("hasil_kerja", "perilaku_kerja", "predikat", "umpan_balik", "penilai_nip", "tanggal")


@dataclass(frozen=True, slots=True)
class Periode:
    """Manajemen Periode of a year, as the button sees it: which slots hold, which of those due are not there."""

    ada: Mapping[int, str]
    kurang: tuple[int, ...]
    campur: bool

    @property
    def siap(self) -> bool:
        """Say whether the button is shown at all (E06)."""
        return bool(self.ada) and not self.kurang and not self.campur


def periode_setahun(connection: Connection, *, instansi: int, tahun: int, tipe_biasa: str) -> Periode:
    """Look at the periods of a year: of one kind, and all that are due. `tipe_biasa`: the kind of the instansi."""
    ada = periode_terpasang(connection, instansi=instansi, tahun=tahun)
    kinds = {slot // 100 for slot in ada if slot != periode.SETAHUN}
    kind = kinds.pop() if len(kinds) == 1 else periode.parse_tipe(tipe_biasa)
    wanted = (*periode.slots(kind), periode.SETAHUN)
    lacking = tuple(s for s in wanted if s not in ada and periode.jatuh_tempo(tahun, s) < today())
    return Periode(ada, lacking, len(kinds) > 1)


def sinkro_penilaian(
    connection: Connection, *, instansi: int, nip: Sequence[str], tahun: int, tipe_biasa: str, semester: bool
) -> dict[str, Hasil]:
    """Take over the ratings of these people that are new or different. The caller commits.

    semester: the instansi lets a semester's rating of PMM stand for its two triwulan.
    """
    di = meja(connection, instansi=instansi, nip=sorted(set(nip)), tahun=tahun)
    known = [one for one in di.ekinerja if one in nip]
    kalender = periode_setahun(connection, instansi=instansi, tahun=tahun, tipe_biasa=tipe_biasa)
    codes = {one: kode for one in known if (kode := _refusal(di, one, kalender))}
    ready = [one for one in known if one not in codes]
    wanted = {one: _wanted(di.pmm[one], one, kalender, semester=semester) for one in ready}
    return menolak(connection, di, codes, "penilaian") | tulis_semua(
        connection, di, _new(connection, di, wanted, tahun)
    )


def _refusal(di: Meja, nip: str, kalender: Periode) -> str | None:
    held = di.ekinerja[nip]
    if held.terkunci:
        return "EK4"
    if not agreed(di.pmm.get(nip)):
        return "E02"
    if not any(skp["status"] == "persetujuan" and not skp["plt"] for skp in held.skp):
        return "EK1"
    return "EK3" if kalender.campur else "EK2" if kalender.kurang or not kalender.ada else None


def _wanted(satu: Bahan, nip: str, kalender: Periode, *, semester: bool) -> list[Row]:
    """Return what shall stand under each school and slot; a rating of the very period comes before its semester's."""
    found: dict[tuple[str, int], Row] = {}
    for direct in (True, False) if semester else (True,):
        for nilai in satu.penilaian:
            for slot in () if nilai["plt"] else _slots(nilai["slot"], kalender, direct=direct):
                found.setdefault((nilai["npsn"], slot), nilai)
    return [
        {"jenis": "penilaian", "nip": nip, "npsn": npsn, "slot": slot, "isi": _isi(nilai)}
        for (npsn, slot), nilai in sorted(found.items(), key=lambda item: item[0])
    ]


def _slots(slot: int, kalender: Periode, *, direct: bool) -> list[int]:
    if direct:
        return [slot] if slot in kalender.ada else []
    if slot // 100 != periode.SEMESTER:
        return []
    awal, akhir = periode.bulan(slot)
    return [s for s in kalender.ada if s != periode.SETAHUN and awal <= periode.bulan(s)[0] <= akhir]


def _isi(nilai: Row) -> Row:
    return {
        "hasil_kerja": nilai["hasil"], "perilaku_kerja": nilai["perilaku"], "predikat": nilai["predikat"],
        "umpan_balik": nilai["umpan_balik"], "penilai_nip": nilai["penilai_nip"], "tanggal": nilai["tanggal"],
    }  # fmt: skip


def _new(connection: Connection, di: Meja, wanted: Mapping[str, list[Row]], tahun: int) -> dict[str, list[Row]]:
    """Leave out what e-Kinerja holds already."""
    flat = [row for rows in wanted.values() for row in rows]
    keys = [row | {"tahun": tahun} for row in flat]
    held: list[Row] = []
    for start in range(0, len(keys), TERBANYAK):
        held += baca(connection, instansi=di.instansi, kunci=keys[start : start + TERBANYAK])
    found: dict[str, list[Row]] = {nip: [] for nip in wanted}
    by_id = {str(row["id"]): row for one in wanted for row in di.ekinerja[one].penilaian}
    for row, known in zip(flat, held, strict=True):
        now = by_id.get((known["baris"] or {}).get("skp_penilaian_id", ""))
        if now is None or any(now[name] != row["isi"][name] for name in _ISI):
            op = operation("penilaian", row["nip"], tahun, row["npsn"])
            found[row["nip"]].append(op | {"slot": row["slot"], "versi": known["versi"], "isi": row["isi"]})
    return found
