"""Every connector, and which of them a source belongs to. A new one is added here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from selaras.connectors import (
    dapodik_daftar_guru,
    dapodik_ws,
    ekinerja_builtin,
    ekinerja_laporan_penilaian,
    ekinerja_laporan_skp,
    log_sinkronisasi,
    pmm_builtin,
    pmm_interchange,
    ref_unor,
    referensi_periode,
    siasn_pegawai,
    unor_npsn,
)
from selaras.connectors.ports import Connector, Source
from selaras.connectors.target import Target
from selaras.galat import DataError, Stop

CONNECTORS: tuple[Connector, ...] = (
    pmm_interchange.CONNECTOR,
    ekinerja_laporan_skp.CONNECTOR,
    ekinerja_laporan_penilaian.CONNECTOR,
    siasn_pegawai.CONNECTOR,
    dapodik_daftar_guru.CONNECTOR,
    dapodik_ws.CONNECTOR,
    unor_npsn.CONNECTOR,
    ref_unor.CONNECTOR,
    log_sinkronisasi.CONNECTOR,
    referensi_periode.CONNECTOR,
)


def recognise(source: Source) -> Connector | None:
    """Return the one connector this source belongs to, None when it belongs to none.

    Raises `DataError` when several claim it: then a person has to say which.
    """
    found = [connector for connector in CONNECTORS if connector.recognises(source)]
    if len(found) > 1:
        titles = ", ".join(connector.title for connector in found)
        raise DataError(f"Jenis berkas tidak pasti: {titles}.", di_mana=source.berkas, langkah="Sebut dengan --jenis.")
    return found[0] if found else None


def by_name(name: str) -> Connector:
    """Return the connector of this name. Raises `DataError` that lists the names there are."""
    for connector in CONNECTORS:
        if connector.name == name:
            return connector
    names = ", ".join(connector.name for connector in CONNECTORS)
    raise DataError(f"Jenis berkas «{name}» tidak dikenal. Yang ada: {names}.")


def target_by_name(
    name: str, *, dsn: str, instansi: int, settings: Mapping[str, Any], environ: Mapping[str, str] | None = None
) -> Target:
    """Return the writable target of this name, over HTTP where the environment or the settings name an address.

    dsn and instansi: the database of the folder and the number of the instansi there; settings: its `pengaturan`.
    Raises `Stop` when the instansi is bound to something that can only be read, or when the token is missing.
    """
    if name != ekinerja_builtin.EkinerjaBuiltin.name:
        raise Stop(
            f"Instansi ini terikat pada «{name}», yang hanya bisa dibaca.",
            langkah="Pemindahan dilakukan lewat tombol di e-Kinerja BKN; Selaras mencocokkan hasilnya.",
        )
    access = ekinerja_builtin.access(settings, os.environ if environ is None else environ)
    if access is None:
        return ekinerja_builtin.target_in_process(dsn, instansi)
    return ekinerja_builtin.target_over_http(access)


def pmm_source(
    *, dsn: str, instansi: int, settings: Mapping[str, Any], environ: Mapping[str, str] | None = None
) -> pmm_builtin.PmmBuiltin:
    """Return the built-in PMM side, over HTTP where the environment or the settings name an address.

    Its sources belong to the interchange format: `recognise` finds their connector. Raises `Stop` when the token is
    missing.
    """
    access = pmm_builtin.access(settings, os.environ if environ is None else environ)
    if access is None:
        return pmm_builtin.source_in_process(dsn, instansi)
    return pmm_builtin.source_over_http(access)
