"""The answer key: who must be found under which code, and who must not be found at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import orjson

from selaras.latihan.district import District
from selaras.latihan.files import laporan_rows, pmm_rows
from selaras.latihan.orang import Guru
from selaras.latihan.peran import CATATAN, TANPA_TEMUAN
from selaras.latihan.saat import orang_pada
from selaras.latihan.sekolah import TERTAHAN

Kendala = dict[str, list[str]]
_KODE_ORANG = {"plt": "S6", "X1-baru": "X1"}
_KODE_SEKOLAH = ("S4", *TERTAHAN)
_BUKAN_KODE = ("selaras", "tekan", "tertahan", "kembar", "S4", *TANPA_TEMUAN)
_PERIODE = {
    "P1": ["Triwulan 4"],
    "P2": ["Bulan 1"],
    "P3": ["Triwulan 3"],
    "P4": ["Triwulan 2"],
    "P5": ["Tahunan"],
}


def _kendala(d: District, warga: list[Guru]) -> Kendala:
    """Give NIP (as SIASN has it), NPSN or period name under every code that must be found."""
    ada: Kendala = {}
    for guru in warga:
        if guru.kini not in _BUKAN_KODE:
            ada.setdefault(_KODE_ORANG.get(guru.kini, guru.kini), []).append(guru.nip)
        if guru.kini == "tekan" or guru.kini in CATATAN:
            ada.setdefault("S8", []).append(guru.nip)
    for s in d.sekolah:
        if s.jenis in _KODE_SEKOLAH and not d.sembuh(s.jenis):
            ada.setdefault(s.jenis, []).append(s.npsn)
    if d.rusak_periode:
        kode = d.rusak_periode[:2]
        ada[kode] = _PERIODE[kode]
    return {kode: sorted(ada[kode]) for kode in sorted(ada)}


def _akibat(d: District, warga: list[Guru]) -> Kendala:
    """Give findings that may follow from a damage and are neither demanded nor wrong."""
    aturan: dict[str, Callable[[Guru], bool]] = {
        "S8": lambda g: g.kini in ("tertahan", "L0"),
        "S7": lambda g: g.kini in ("S4", "L1", "N1", "N6", "X1"),
        "S1": lambda g: g.kini in ("T1", "kembar") or (d.bawaan and g.kini == "S4" and g.urut == 0),
        "N3": lambda g: g.kini == "kembar",
        "N7": lambda g: g.kini in ("kembar", "N1"),
        "D1": lambda g: g.kini == "G2",
        "U4": lambda g: g.kini == "S5",
    }
    ada = {kode: sorted(g.nip for g in warga if aturan[kode](g)) for kode in sorted(aturan)}
    if d.rusak_periode == "P1":
        ada["P4"] = ["Triwulan 4"]
    return {kode: siapa for kode, siapa in ada.items() if siapa}


def _beda(lama: Kendala, baru: Kendala) -> Kendala:
    beda = {kode: sorted(set(siapa) - set(lama.get(kode, ()))) for kode, siapa in baru.items()}
    return {kode: siapa for kode, siapa in beda.items() if siapa}


def _catatan(d: District, warga: list[Guru]) -> dict[str, object]:
    return {
        "N3_nip_di_pmm": {g.nip: g.nip_sekolah for g in warga if g.kini == "N3"},
        "N2_nama": {g.nip: g.nama.upper() for g in warga if g.kini == "N2"},
        "N1_nik": {g.nip: g.nik for g in warga if g.kini == "N1"},
        "N5_nip_milik_orang_kedua": {g.nip_sekolah: g.nip for g in warga if g.kini == "kembar"},
        "tertahan_sekolah": {
            s.npsn: sorted(g.nip for g in warga if g.sekolah.i == s.i) for s in d.sekolah if s.jenis in _KODE_SEKOLAH
        },
        "tanpa_temuan": {
            "mutasi": sorted(g.nip for g in warga if g.peran == "mutasi"),
            "pppk_juni": sorted(g.nip for g in warga if g.peran == "pppk"),
            "kepala_berganti": [s.npsn for s in d.sekolah if s.jenis == "ganti"],
            "plt_tercatat": [s.npsn for s in d.sekolah if s.jenis == "plt"],
        },
        "periode_rusak": d.rusak_periode,
    }


def kunci(d: District, snapshot: dt.date) -> dict[str, object]:
    """Give the key of one day. On the second day `selesai` and `baru` compare it with the first.

    `kendala` must be found; `akibat` may be; whoever is in neither has no terblokir or berbeda finding of his own.
    """
    warga = list(orang_pada(d, snapshot))
    kendala, selesai, baru = _kendala(d, warga), {}, {}
    if snapshot >= d.snapshot[1]:
        pertama = _kendala(d, list(orang_pada(d, d.snapshot[0])))
        selesai, baru = _beda(kendala, pertama), _beda(pertama, kendala)
    return {
        "latihan": True,
        "tahun": d.tahun,
        "per": snapshot.isoformat(),
        "sekolah": len(d.sekolah),
        "pegawai": len(warga),
        "pmm": {t: _banyak(pmm_rows(d, warga, t)) for t in ("pegawai", "skp", "rhk", "kegiatan", "penilaian")},
        "laporan_skp": _banyak(laporan_rows(d, warga, None)),
        "laporan_penilaian": {
            "tahunan" if tw == "T" else tw: _banyak(laporan_rows(d, warga, tw)) for tw in "1234T"
        },
        "kendala": kendala,
        "akibat": _akibat(d, warga),
        "selesai": selesai,
        "baru": baru,
        "di_luar_cakupan": {
            "tenaga_kependidikan": len(d.sekolah), "honorer": len(d.sekolah), "opd_lain": d.opd_lain,
        },
        "catatan": _catatan(d, warga),
    }  # fmt: skip


def _banyak(baris: Iterable[object]) -> int:
    return sum(1 for _ in baris)


def simpan(d: District, snapshot: dt.date, path: Path) -> Path:
    """Write the key as JSON. Keep it beside the folder of files, not in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(orjson.dumps(kunci(d, snapshot), option=orjson.OPT_INDENT_2))
    return path
