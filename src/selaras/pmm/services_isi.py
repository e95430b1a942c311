"""What stands in a plan: indicator and focus, RHK lines, conduct. Only its owner, only while it is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from selaras.config.clock import now
from selaras.galat import DataError
from selaras.pmm.aturan import Skp, bersih, skp_milik, told
from selaras.pmm.bungkus import bungkus
from selaras.pmm.kosakata import BERAKHLAK, INDIKATOR, STATUS
from selaras.pmm.queries import Connection, sql
from selaras.pmm.services_skp import TERBUKA

TERBANYAK = 60
_TEKS = ("nomor", "rhk", "rhk_pimpinan", "aspek", "indikator", "target")


def skp_isi(
    connection: Connection,
    *,
    instansi: int,
    oleh: str,
    skp_id: str,
    indikator: int | None = None,
    fokus: str | None = None,
    rhk: Sequence[Mapping[str, Any]] | None = None,
    perilaku: Mapping[int, int] | None = None,
) -> None:
    """Fill one's own open plan; what is None stays as it was.

    indikator: 1..8 (`kosakata.INDIKATOR`). rhk: the whole list, each {nomor, bagian 'utama'|'tambahan', rhk,
    rhk_pimpinan, aspek, indikator, target, poin}; a line that is the same stays the same row. perilaku: value 1..7 ->
    conduct 1..3 (`kosakata.BERAKHLAK`). Raises `DataError` with every fault at once.
    """
    skp = skp_milik(connection, instansi, oleh, skp_id)
    if skp.status not in TERBUKA:
        raise DataError(
            f"SKP yang {STATUS[skp.status]} tidak dapat diubah.", langkah="Minta penilai mengembalikannya lebih dulu."
        )
    lines = _rhk(rhk) if rhk is not None else None
    if salah := [*_salah_indikator(indikator), *_salah_rhk(lines or []), *_salah_perilaku(perilaku or {})]:
        raise DataError("; ".join(salah) + ".")
    with told(connection, {}, "Isi SKP tidak dapat disimpan: periksa RHK dan perilaku kerja."):
        _simpan(connection, skp, indikator, fokus, lines, perilaku)


def _simpan(
    connection: Connection,
    skp: Skp,
    indikator: int | None,
    fokus: str | None,
    lines: list[dict[str, Any]] | None,
    perilaku: Mapping[int, int] | None,
) -> None:
    connection.execute(
        "UPDATE pm_skp SET indikator = coalesce(%s, indikator), fokus = coalesce(%s, fokus) WHERE id = %s",
        (indikator, None if fokus is None else bersih(fokus, "Fokus"), skp.id),
    )
    if lines is not None:
        params = {"skp": skp.id, "rhk": bungkus(lines), "waktu": now()}
        connection.execute(sql("sql_layanan", "tarik_rhk"), params)
        connection.execute(sql("sql_layanan", "simpan_rhk"), params)
    if perilaku is not None:
        chosen = [{"nilai": nilai, "panduan": panduan} for nilai, panduan in perilaku.items()]
        connection.execute(sql("sql_layanan", "simpan_perilaku"), {"skp": skp.id, "perilaku": bungkus(chosen)})


def _rhk(rhk: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the lines as they are stored: text without blanks around it."""
    lines = []
    for ke, line in enumerate(rhk, start=1):
        teks = {name: bersih(str(line.get(name) or ""), f"RHK {ke}") for name in _TEKS}
        lines.append({"ke": ke, "bagian": line.get("bagian") or "utama", "poin": line.get("poin")} | teks)
    return lines


def _salah_indikator(indikator: int | None) -> list[str]:
    known = indikator is None or indikator in INDIKATOR
    return [] if known else ["Pilih satu dari delapan indikator praktik kinerja"]


def _salah_rhk(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    salah = [f"RHK paling banyak {TERBANYAK} baris"] if len(lines) > TERBANYAK else []
    for line in lines:
        for name in ("nomor", "rhk"):
            if not line[name]:
                salah.append(f"RHK {line['ke']}: {name} kosong")
        if line["bagian"] not in ("utama", "tambahan"):
            salah.append(f"RHK {line['ke']}: bagian harus utama atau tambahan")
        if line["poin"] is not None and not (isinstance(line["poin"], int) and 0 <= line["poin"] <= 128):
            salah.append(f"RHK {line['ke']}: poin harus bilangan 0 sampai 128")
    return salah


def _salah_perilaku(perilaku: Mapping[int, int]) -> list[str]:
    salah = []
    for nilai, panduan in perilaku.items():
        if nilai not in BERAKHLAK:
            salah.append("Nilai perilaku kerja harus 1 sampai 7")
        elif panduan not in (1, 2, 3):
            salah.append(f"{BERAKHLAK[nilai][0]}: pilih satu dari tiga perilaku")
    return salah
