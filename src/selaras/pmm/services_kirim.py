"""Set the predikat of a period and send it to the teachers, with proof per teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple
from uuid import UUID

from selaras.config.clock import now, today
from selaras.galat import DataError
from selaras.kinerja import periode
from selaras.pmm.aturan import id_dari, kunci, slot_nilai
from selaras.pmm.kosakata import Nilai
from selaras.pmm.penilai import Perkara, alasan_belum, dalam_masa, perkara_sekolah
from selaras.pmm.queries import Connection, rows, sql


class _Minta(NamedTuple):
    """Whose teachers, for which period, as whom; `pegawai` empty: everybody whom the account rates there."""

    instansi: int
    oleh: str
    npsn: str
    tahun: int
    slot: int
    pegawai: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Kiriman:
    """What became of one teacher.

    hasil: terkirim | ditetapkan (now) | sudah (it was before) | kurang (`kurang` says what is missing).
    """

    pegawai_id: str
    nama: str
    hasil: Literal["terkirim", "ditetapkan", "sudah", "kurang"]
    kurang: tuple[str, ...] = ()


def tetapkan(
    connection: Connection, *, instansi: int, oleh: str, npsn: str, tahun: int, slot: int, pegawai: Sequence[str] = ()
) -> list[Kiriman]:
    """Set the predikat of a period for every teacher of a school that is rated; say of the others what is missing.

    pegawai: only these; none: everybody whom the account rates there. A constant number of queries.
    """
    minta = _Minta(instansi, oleh, npsn, tahun, slot, pegawai)
    return _kerjakan(connection, minta, tetapkan=True, kirim=False)


def kirim(
    connection: Connection, *, instansi: int, oleh: str, npsn: str, tahun: int, slot: int, pegawai: Sequence[str] = ()
) -> list[Kiriman]:
    """Send what was set to the teachers; say of the others what is missing. Sending again sends nothing twice."""
    minta = _Minta(instansi, oleh, npsn, tahun, slot, pegawai)
    return _kerjakan(connection, minta, tetapkan=False, kirim=True)


def tetapkan_kirim(
    connection: Connection, *, instansi: int, oleh: str, npsn: str, tahun: int, slot: int, pegawai: Sequence[str] = ()
) -> list[Kiriman]:
    """Set and send in one go."""
    minta = _Minta(instansi, oleh, npsn, tahun, slot, pegawai)
    return _kerjakan(connection, minta, tetapkan=True, kirim=True)


def calon_kirim(connection: Connection, *, instansi: int, oleh: str, npsn: str, tahun: int, slot: int) -> list[Kiriman]:
    """Say what `tetapkan_kirim` would do now, without doing it."""
    return _nasib_semua(connection, _Minta(instansi, oleh, npsn, tahun, slot), tetapkan=True, kirim=True)[0]


def _kerjakan(connection: Connection, minta: _Minta, *, tetapkan: bool, kirim: bool) -> list[Kiriman]:
    kunci(connection, minta.instansi)
    told, ready = _nasib_semua(connection, minta, tetapkan=tetapkan, kirim=kirim)
    params = {
        "instansi": minta.instansi, "oleh": id_dari(minta.oleh), "slot": minta.slot, "waktu": now(), "skp": ready,
    }  # fmt: skip
    if ready and tetapkan:
        connection.execute(sql("sql_layanan", "tetapkan"), params)
    if ready and kirim:
        connection.execute(sql("sql_layanan", "kirim"), params)
    return told


def _nasib_semua(
    connection: Connection, minta: _Minta, *, tetapkan: bool, kirim: bool
) -> tuple[list[Kiriman], list[UUID]]:
    """Return what becomes of each, and the plans whose rating is ready."""
    instansi, oleh, npsn, tahun, slot, pegawai = minta
    if not slot_nilai(tahun, slot):
        raise DataError(f"Periode ini tidak dinilai dalam tahun {tahun}.")
    only = {id_dari(satu) for satu in pegawai}
    found = perkara_sekolah(connection, instansi, oleh, slot, npsn, tahun)
    plans = [satu for satu in found if dalam_masa(satu, slot)]
    wanted = [satu for satu in plans if not only or satu.pegawai_id in only]
    told = [_nasib(satu, slot, tetapkan=tetapkan, kirim=kirim) for satu in wanted]
    ready = [satu.skp_id for satu, one in zip(wanted, told, strict=True) if one.hasil in ("terkirim", "ditetapkan")]
    return [*told, *_tanpa_skp(connection, minta, only, plans)], ready


def _nasib(satu: Perkara, slot: int, *, tetapkan: bool, kirim: bool) -> Kiriman:
    who = (str(satu.pegawai_id), satu.nama)
    if satu.nilai == Nilai.TERKIRIM or (satu.nilai == Nilai.DITETAPKAN and not kirim):
        return Kiriman(*who, "sudah")
    kurang = alasan_belum(satu, slot)
    if not satu.lengkap:
        kurang.append("Belum dinilai.")
    elif not tetapkan and satu.nilai == Nilai.DRAF:
        kurang.append("Predikat belum ditetapkan.")
    return Kiriman(*who, "kurang", tuple(kurang)) if kurang else Kiriman(*who, "terkirim" if kirim else "ditetapkan")


def _tanpa_skp(connection: Connection, minta: _Minta, only: set[UUID], plans: Sequence[Perkara]) -> list[Kiriman]:
    """Name the teachers of the school who have no plan for this period."""
    there = [satu.pegawai_id for satu in plans]
    params = {
        "instansi": minta.instansi, "oleh": id_dari(minta.oleh), "npsn": minta.npsn, "tahun": minta.tahun,
        "hari": today(), "akhir": periode.jatuh_tempo(minta.tahun, minta.slot), "ada": there,
    }  # fmt: skip
    found = rows(connection, "sql_layanan", "tanpa_skp", params)
    return [
        Kiriman(str(row["id"]), row["nama"], "kurang", (f"Belum ada SKP {minta.tahun} untuk periode ini.",))
        for row in found
        if not only or row["id"] in only
    ]
