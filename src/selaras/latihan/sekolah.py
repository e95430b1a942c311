"""Schools and their UNOR: which school carries which damage, and how many teachers each has."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from selaras.latihan import nomor

KHUSUS = ("U1", "U2", "U3", "S4", "K1", "plt", "ganti")
TERTAHAN = ("U1", "U2", "U3", "K1")


@dataclass(frozen=True, slots=True)
class Unor:
    """A unit in SIASN and e-Kinerja. `nama` as SIASN writes it, `laporan` as the e-Kinerja reports do."""

    id: str
    nama: str
    laporan: str
    induk: str = "DINAS PENDIDIKAN DAN KEBUDAYAAN"


@dataclass(frozen=True, slots=True)
class Sekolah:
    """A school. `jenis` is 'biasa' or one of `KHUSUS`; `awal` numbers its first person, `slot` its first teacher
    who may carry a role of his own."""

    i: int
    npsn: str
    nama: str
    jenis: str
    jumlah: int
    awal: int
    slot: int
    unor: tuple[Unor, ...]

    @property
    def jenis_ptk(self) -> str:
        """Say what its ordinary teachers are called in Dapodik."""
        return "Guru Mapel" if self.nama.startswith("SMP") else "Guru Kelas"

    @property
    def bebas(self) -> int:
        """Count the teachers who may carry a role of their own."""
        return self.jumlah - 1 if self.jenis == "biasa" else 0


def _jenis(rng: Random, sekolah: int, bersih: bool) -> list[str]:
    tiap = max(1, sekolah // 50)
    khusus = ["ganti"] * tiap if bersih else [k for k in KHUSUS for _ in range(tiap)]
    if sekolah < len(khusus) + 3:
        raise ValueError(f"Latihan perlu sedikitnya {len(khusus) + 3} sekolah, diminta {sekolah}.")
    semua = khusus + ["biasa"] * (sekolah - len(khusus))
    rng.shuffle(semua)
    return semua


def _ukuran(rng: Random, jenis: list[str], guru: int) -> list[int]:
    bobot = [(1.0 if j == "biasa" else 0.4) * rng.uniform(0.85, 1.15) for j in jenis]
    seluruh = sum(bobot)
    ukuran = [max(4, int(guru * b / seluruh)) for b in bobot]
    biasa = [i for i, j in enumerate(jenis) if j == "biasa"]
    kurang = guru - sum(ukuran)
    for k in range(abs(kurang)):
        ukuran[biasa[k % len(biasa)]] += 1 if kurang > 0 else -1
    if min(ukuran) < 3:
        raise ValueError(f"Guru terlalu sedikit ({guru}) untuk {len(jenis)} sekolah.")
    return ukuran


def _unor(seed: int, i: int, nama: str, jenis: str) -> tuple[Unor, ...]:
    panjang = nama.replace("SDN", "SD NEGERI").replace("SMPN", "SMP NEGERI")
    ejaan = (nama, nama, f"UPTD {nama}", nama, panjang)[i % 5]
    pertama = Unor(nomor.uuid(seed, "unor", i), ejaan.upper(), ejaan)
    if jenis != "U3":
        return (pertama,)
    lama = f"{nama} (LAMA)"
    return pertama, Unor(nomor.uuid(seed, "unor-lama", i), lama.upper(), lama)


def rencana(sekolah: int, guru: int, seed: int, bersih: bool) -> tuple[Sekolah, ...]:
    """Plan all schools. Raises `ValueError` when there is no room for every damage."""
    rng = Random(f"sekolah-{seed}")  # noqa: S311 - chance to be repeated, no secret
    jenis = _jenis(rng, sekolah, bersih)
    hasil: list[Sekolah] = []
    awal = slot = 0
    for i, (j, jumlah) in enumerate(zip(jenis, _ukuran(rng, jenis, guru), strict=True)):
        nama = f"{'SMPN' if rng.random() < 0.3 else 'SDN'} {i + 1} Selaras Jaya"
        satu = Sekolah(i, nomor.npsn(i), nama, j, jumlah, awal, slot, _unor(seed, i, nama, j))
        hasil.append(satu)
        awal += jumlah
        slot += satu.bebas
    return tuple(hasil)
