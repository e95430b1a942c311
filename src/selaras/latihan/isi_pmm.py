"""What PMM itself holds of the district, for an application that is loaded instead of read.

The same people and values as the rows of the interchange. What its tables refuse is left out: a person without a NIP
(N1), a NIP that somebody else has (N5), a rating that is none (R4). `beda` says what a mending changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from selaras.latihan import baris_pmm as sana
from selaras.latihan import nilai, nomor
from selaras.latihan.district import District
from selaras.latihan.lahirkan import kepala_dinas
from selaras.latihan.orang import Guru
from selaras.latihan.saat import orang_pada

Baris = tuple[object, ...]
_STATUS = {"Draf": 1, "Diajukan": 2, "Dikembalikan": 3, "Disepakati": 4}
_PREDIKAT = {name: ke for ke, name in enumerate(
    ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang/Misconduct", "Sangat Kurang"), 1)}  # fmt: skip
_RATING = {text: kode for kode, text in nilai.TULISAN.items()}
_SLOT = {"1": 201, "2": 202, "3": 203, "4": 204, "": 400}
_ALASAN = "RHK pengembangan kompetensi belum menyebut kegiatan tahun ini."
_FASE = (
    ("01-22", "Rencana pembelajaran dan target perilaku sudah disiapkan."),
    ("02-12", "Observasi kelas dilakukan satu jam pelajaran."),
    ("02-14", "Disepakati: perkuat umpan balik di akhir pelajaran."),
    ("04-18", "Umpan balik tertulis dicoba di dua kelas."),
    ("05-30", "Murid lebih berani bertanya; cara ini diteruskan."),
)
_PENGAMAT = (2, 3)


@dataclass(frozen=True, slots=True)
class IsiPmm:
    """Rows in the order of the constants of `pmm.services_muat`, and (id, npsn, first day) of acting heads."""

    sekolah: tuple[Baris, ...]
    pegawai: tuple[Baris, ...]
    skp: tuple[Baris, ...]
    rhk: tuple[Baris, ...]
    kegiatan: tuple[Baris, ...]
    penilaian: tuple[Baris, ...]
    perilaku: tuple[Baris, ...]
    fase: tuple[Baris, ...]
    rubrik: tuple[Baris, ...]
    plt: tuple[Baris, ...]


def isi(d: District) -> IsiPmm:
    """Give what PMM holds on the first day, with what was mended since."""
    warga = list(_tercatat(d))
    plans = [(guru, baris) for guru in warga for baris in sana.skp(d, guru)]
    return IsiPmm(
        sekolah=tuple((s.npsn, s.nama) for s in d.sekolah),
        pegawai=(_dinas(d), *(_pegawai(d, guru) for guru in warga)),
        skp=tuple(_skp(d, guru, baris) for guru, baris in plans),
        rhk=tuple(_rhk(baris) for guru in warga for baris in sana.rhk(d, guru)),
        kegiatan=tuple(_kegiatan(baris) for guru in warga for baris in sana.kegiatan(d, guru)),
        penilaian=tuple(row for guru in warga for baris in sana.penilaian(d, guru) if (row := _penilaian(d, baris))),
        perilaku=tuple((baris[0], ke, 1 + (guru.acak >> ke) % 3) for guru, baris in plans for ke in range(1, 8)),
        fase=tuple(satu for guru, baris in plans for satu in _fase(guru, baris)),
        rubrik=tuple(satu for guru, baris in plans for satu in _rubrik(guru, baris)),
        plt=tuple((_id(d, guru), guru.sekolah.npsn, f"{d.tahun}-01-01") for guru in warga if guru.peran == "plt"),
    )


def beda(sebelum: IsiPmm, sesudah: IsiPmm) -> IsiPmm:
    """Give what is new or different after a mending, so that whatever people did in the meantime stays."""
    return IsiPmm(**{
        f.name: tuple(row for row in getattr(sesudah, f.name) if row not in lama)
        for f in fields(IsiPmm)
        for lama in [set(getattr(sebelum, f.name))]
    })  # fmt: skip


def _tercatat(d: District) -> Iterator[Guru]:
    seen: set[str] = set()
    for guru in orang_pada(d, d.snapshot[0]):
        if guru.pola.sekolah and guru.nip_sekolah and guru.nip_sekolah not in seen:
            seen.add(guru.nip_sekolah)
            yield guru


def _id(d: District, guru: Guru) -> str:
    return nomor.uuid(d.seed, "pmm-akun", guru.g)


def _dinas(d: District) -> Baris:
    p = kepala_dinas(d.tahun)
    return (
        p.nip, p.nama, "", "", "", p.jabatan, "IV/c", "", "PNS", False, False, True, True,
        nomor.uuid(d.seed, "pmm-akun", p.nip),
    )  # fmt: skip


def _pegawai(d: District, guru: Guru) -> Baris:
    nip, nik, nuptk, nama, _, _, status, npsn, ptk, jabatan, golongan, *_ = sana.pegawai(guru)
    kepala = jabatan == "Kepala Sekolah"
    return nip, nama, npsn, nik, nuptk, jabatan, golongan, ptk, status, kepala, False, False, True, _id(d, guru)


def _skp(d: District, guru: Guru, baris: sana.Baris) -> Baris:
    skp_id, nip, npsn, tahun, mulai, selesai, status, sepakat, indikator, jabatan, plt, penilai = baris
    acting = plt == "1"
    peran = "kepala" if acting or jabatan == "Kepala Sekolah" else "guru"
    return (
        skp_id, nip, npsn, int(tahun), mulai, selesai, _STATUS[status], None, peran, acting, jabatan,
        1 + sana.INDIKATOR.index(indikator), penilai, sepakat or None, _ALASAN if status == "Dikembalikan" else None,
    )  # fmt: skip


def _rhk(baris: sana.Baris) -> Baris:
    skp_id, ke, bagian, pimpinan, rhk, aspek, indikator, target = baris
    return skp_id, ke, rhk, bagian, pimpinan, aspek, indikator, target, None, int(ke)


def _kegiatan(baris: sana.Baris) -> Baris:
    id, nip, npsn, mulai, selesai, jenis, judul, peran, jam, poin, tautan, _ = baris
    sumber = ("pelatihan-latihan", id) if jenis in ("pelatihan_mandiri", "webinar") else ("manual", None)
    return nip, jenis, judul, mulai, selesai, npsn, peran, jam, int(poin), tautan, *sumber, id


def _penilaian(d: District, baris: sana.Baris) -> Baris | None:
    skp_id, _, _, _, _, angka, hasil, perilaku, predikat, umpan, penilai, tanggal, status = baris
    if hasil not in _RATING:
        return None
    return (
        skp_id, _SLOT[angka], _RATING[hasil], _RATING[perilaku], _PREDIKAT[predikat],
        {"ditetapkan": 2, "terkirim": 3}[status], umpan, penilai,
        f"{tanggal} 09:15", nomor.uuid(d.seed, "pmm-nilai", skp_id, angka),
    )  # fmt: skip


def _sampai(guru: Guru, baris: sana.Baris) -> int:
    """Say how many phases are filled: all, but of those without a yearly rating one is still in the middle."""
    if baris[6] != "Disepakati":
        return 0
    return 5 if "T" in guru.pola.nilai_pmm else (5, 3, 1)[guru.urut % 3]


def _fase(guru: Guru, baris: sana.Baris) -> Iterator[Baris]:
    tahun, penilai = baris[3], baris[11]
    for ke, (hari, kalimat) in enumerate(_FASE[: _sampai(guru, baris)], 1):
        yield baris[0], ke, kalimat, f"{tahun}-{hari}", penilai if ke in _PENGAMAT else baris[1]


def _rubrik(guru: Guru, baris: sana.Baris) -> Iterator[Baris]:
    if _sampai(guru, baris) >= _PENGAMAT[0]:
        for butir in (1, 2, 3):
            yield baris[0], butir, 3 if (guru.acak >> butir) % 4 else 2, ""
