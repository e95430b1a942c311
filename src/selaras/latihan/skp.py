"""Which SKP a person has in the year: one, or two after a rotation, a new post or a June start."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.latihan.orang import Guru, Pejabat, Skp
from selaras.latihan.sekolah import Sekolah

PLT_KE = 9  # an acting post stands beside the definitive SKP, never in its place
_MADYA, _KEPALA = "Guru Ahli Madya", "Kepala Sekolah"
Penugasan = tuple[str, Pejabat]  # jabatan, who rates


@dataclass(frozen=True, slots=True)
class Pimpinan:
    """Who leads a school and who rates the leader. `lama` led it until 30 June, where the head was replaced."""

    dinas: Pejabat
    kini: Pejabat
    lama: Pejabat | None

    @classmethod
    def dari(cls, s: Sekolah, dinas: Pejabat, warga: list[Guru]) -> Pimpinan:
        """Read them from the people of a school: the first one leads."""
        pertama, kedua = warga[0].sebagai_pejabat, warga[1].sebagai_pejabat
        if s.jenis == "plt":
            pertama = Pejabat(pertama.nip, pertama.nama, "Plt. Kepala Sekolah")
        return cls(dinas, pertama, Pejabat(kedua.nip, kedua.nama, _KEPALA) if s.jenis == "ganti" else None)


def _setengah(tahun: int, guru: Guru, awal: Penugasan, akhir: Penugasan) -> tuple[Skp, Skp]:
    s, u = guru.sekolah, guru.unor
    return (
        Skp(0, s, u, f"{tahun}-01-01", f"{tahun}-06-30", *awal, "12"),
        Skp(1, s, u, f"{tahun}-07-01", f"{tahun}-12-31", *akhir, "34T"),
    )


def _pindah(tahun: int, guru: Guru, asal: tuple[Sekolah, Pejabat]) -> tuple[Skp, Skp]:
    lama, kepala = asal
    pertama, kedua = _setengah(tahun, guru, (guru.jabatan, kepala), (guru.jabatan, guru.atasan))
    pertama.sekolah, pertama.unor = lama, lama.unor[0]
    return pertama, kedua


def _acting(tahun: int, guru: Guru) -> Skp:
    setahun = guru.peran == "plt"
    mulai, selesai = (f"{tahun}-01-01", f"{tahun}-12-31") if setahun else (f"{tahun}-03-01", f"{tahun}-04-15")
    jabatan = f"{'Plt' if setahun else 'Plh'}. {_KEPALA}"
    return Skp(PLT_KE, guru.sekolah, guru.unor, mulai, selesai, jabatan, guru.atasan, "", plt=True)


def pasang_skp(
    tahun: int, guru: Guru, ke: int, pimpinan: Pimpinan, asal: tuple[Sekolah, Pejabat] | None = None
) -> None:
    """Set superior and SKP of person number ke of a school; asal: from where he moved on 1 July."""
    kini, lama, dinas = pimpinan.kini, pimpinan.lama, pimpinan.dinas
    guru.atasan = kini if ke else dinas
    if lama and ke == 0:
        guru.skp = _setengah(tahun, guru, (_MADYA, lama), (_KEPALA, dinas))
        return
    if lama and ke == 1:
        guru.skp = _setengah(tahun, guru, (_KEPALA, dinas), (_MADYA, kini))
        return
    if asal:
        guru.skp = _pindah(tahun, guru, asal)
        return
    utama = Skp(0, guru.sekolah, guru.unor, f"{tahun}-01-01", f"{tahun}-12-31", guru.jabatan, guru.atasan)
    utama.penilai_awal = lama
    if guru.peran == "pppk":
        utama.mulai, utama.tw = f"{tahun}-06-01", "234T"
    guru.skp = (utama, _acting(tahun, guru)) if guru.peran in ("plt", "S6") else (utama,)
