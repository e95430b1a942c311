"""A teacher's year: plans, activities, observation, ratings. One query per kind of thing, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from selaras.config.clock import today
from selaras.galat import Forbidden
from selaras.kinerja import periode
from selaras.pmm.aturan import ASING, id_dari, siklus_tahun
from selaras.pmm.kosakata import BERAKHLAK, FASE, INDIKATOR, STATUS, STATUS_NILAI, TINGKAT, Nilai
from selaras.pmm.queries import Connection, Row, rows

_BAGIAN = ("rhk", "perilaku", "fase", "rubrik", "penilaian", "riwayat")


def tahun_guru(connection: Connection, *, instansi: int, oleh: str, pegawai_id: str, tahun: int) -> Row:
    """Return {pegawai, tahun, siklus, skp, kegiatan} of one account in one year.

    Each skp carries its lists `rhk`, `perilaku`, `fase`, `rubrik`, `penilaian`, `riwayat`. `oleh` is who looks: the
    teacher himself sees a rating only once it was sent. Raises `Forbidden` for anybody but him, those who rate or
    observe him, and the head of his school; `DataError` for a year without a cycle. A constant number of queries.
    """
    cycle = siklus_tahun(tahun)
    params: dict[str, Any] = {
        "instansi": instansi, "oleh": id_dari(oleh), "pegawai": id_dari(pegawai_id), "tahun": tahun, "hari": today(),
    }  # fmt: skip
    who = rows(connection, "sql_baca", "guru", params)
    if not who or not who[0].pop("boleh"):
        raise Forbidden(ASING)
    skp = rows(connection, "sql_baca", "skp", params)
    params["skp"] = [satu["id"] for satu in skp]
    parts = {name: _per_skp(rows(connection, "sql_baca", name, params)) for name in _BAGIAN}
    for satu in skp:
        satu |= {name: parts[name][satu["id"]] for name in _BAGIAN}
        _bernama(satu)
        if params["oleh"] == params["pegawai"]:
            _tutup(satu)
    kegiatan = rows(connection, "sql_baca", "kegiatan", params | {"orang": [params["pegawai"]]})
    return {"pegawai": who[0], "tahun": tahun, "siklus": cycle, "skp": skp, "kegiatan": kegiatan}


def _per_skp(found: Iterable[Row]) -> dict[Any, list[Row]]:
    by_skp: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        by_skp[row.pop("skp_id")].append(row)
    return by_skp


def _bernama(skp: Row) -> None:
    """Put the words beside the numbers."""
    skp["status_nama"] = STATUS[skp["status"]]
    skp["indikator_nama"] = INDIKATOR.get(skp["indikator"], "")
    skp["periode_nama"] = periode.nama_panjang(skp["slot"])
    skp["poin"] = sum(line["poin"] or 0 for line in skp["rhk"])
    for line in skp["perilaku"]:
        line["nama"], choices = BERAKHLAK[line["nilai"]]
        line["panduan_nama"] = choices[line["panduan"] - 1]
    for line in skp["fase"]:
        line["nama"] = FASE[line["fase"]]
    for line in skp["rubrik"]:
        line["nama"] = TINGKAT[line["tingkat"]]
    for line in skp["penilaian"]:
        line["nama"] = periode.nama_panjang(line["slot"])
        line["status_nama"] = STATUS_NILAI[line["status"]]


def _tutup(skp: Row) -> None:
    """Hide from the owner what his rater has not sent."""
    for line in skp["penilaian"]:
        if line["status"] != Nilai.TERKIRIM:
            line |= dict.fromkeys(("hasil", "perilaku", "predikat", "umpan_balik", "dinilai", "ditetapkan"))
            line |= {"status": Nilai.DRAF, "status_nama": STATUS_NILAI[Nilai.DRAF]}
    skp["riwayat"] = [line for line in skp["riwayat"] if line["slot"] is None or line["apa"] in ("dikirim", "ditarik")]
