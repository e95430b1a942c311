"""SKP Saya: who one is in e-Kinerja, one's SKP, the buttons that may be pressed, the last refusal explained."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.ekinerja import selectors_halaman as baca
from selaras.galat import DataError
from selaras.organisasi.selectors import pmm_bawaan
from selaras.pmm.selectors_bahan import bahan
from selaras.portal.db import owner, scoped
from selaras.portal.ekinerja.arti import arti
from selaras.portal.ekinerja.jembatan_asn import sinkron_asn
from selaras.portal.ekinerja.ruang import Dalam, Diri, diri, halaman
from selaras.portal.kerja import recorded


@halaman(Izin.LIHAT_DIRI)
def skp_saya(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Show Daftar SKP with the buttons of the sync."""
    with scoped(request) as connection:
        siapa = diri(connection)
        mine = [p for nip in siapa.nip if (p := baca.pegawai(connection, instansi=di.id, nip=nip))]
        skp = baca.skp_daftar(connection, instansi=di.id, pegawai=siapa.pegawai)
        said = baca.log_cari(connection, instansi=di.id, tahun=di.tahun, nip=siapa.nip).baris
    return render(
        request,
        "portal/ekinerja/skp_saya.html",
        {
            "pegawai": mine[0] if mine else None,
            "skp": skp,
            "tombol": bool(mine) and pmm_bawaan(di.instansi) and ada_di_pmm(di, siapa),
            "pmm_bawaan": pmm_bawaan(di.instansi),
            "pesan_terakhir": _refused(said),
            "log": _grouped(said)[:5],
            "arti_e01": arti("E01"),
        },
    )


@halaman(Izin.LIHAT_DIRI, kirim=True)
def profil(request: HttpRequest, di: Dalam) -> HttpResponse:
    """Show the profile; Sinkronisasi ASN refreshes it from SIASN."""
    with scoped(request) as connection:
        siapa = diri(connection)
        mine = [p for nip in siapa.nip if (p := baca.pegawai(connection, instansi=di.id, nip=nip))]
    if request.method == "POST":
        return _sinkron_asn(request, di, siapa)
    content = {"pegawai": mine[0] if mine else None, "nip": siapa.nip}
    return render(request, "portal/ekinerja/profil.html", content)


def ada_di_pmm(di: Dalam, siapa: Diri) -> bool:
    """Say whether PMM knows the very NIP of e-Kinerja: else the sync buttons are not there (E01)."""
    with owner() as connection:
        return bool(bahan(connection, instansi=di.id, nip=siapa.nip, tahun=di.tahun))


def _refused(log: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the newest line when it is a refusal: what came later has settled it."""
    if not log or log[0]["hasil"] != "ditolak":
        return None
    return log[0] | {"arti": arti(log[0]["kode"])}


def _grouped(log: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell what one press wrote in one line."""
    found = []
    for (waktu, jenis, pesan), rows in groupby(log, key=lambda row: (row["waktu"], row["jenis"], row["pesan"])):
        found.append({"waktu": waktu, "jenis": jenis, "pesan": pesan, "jumlah": len(list(rows))})
    return found


def _sinkron_asn(request: HttpRequest, di: Dalam, siapa: Diri) -> HttpResponse:
    try:
        if not siapa.nip:
            raise DataError("NIP Anda belum diketahui.", langkah="Hubungi admin instansi.")
        with recorded(request, "e-kinerja: sinkronisasi asn") as (connection, _):
            known = sinkron_asn(connection, instansi=di.id, nip=siapa.nip[0])
    except DataError as error:
        messages.error(request, str(error))
    else:
        words = "Profil sudah sama dengan SIASN." if known else "Data SIASN belum dibaca; yang diperbarui hanya atasan."
        messages.success(request, words)
    return redirect("ek-profil")
