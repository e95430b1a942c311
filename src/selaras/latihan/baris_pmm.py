"""Rows of the PMM interchange (docs/format.md), as tuples of text in the order of `KOLOM`."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.latihan import nilai, nomor
from selaras.latihan.district import District
from selaras.latihan.orang import Guru, Skp

Baris = tuple[str, ...]
KOLOM = {
    "pegawai": (
        "nip nik nuptk nama tanggal_lahir jenis_kelamin status_kepegawaian npsn jenis_ptk jabatan golongan nip_atasan "
        "akun_belajar"
    ),
    "skp": (
        "skp_id nip npsn tahun periode_awal periode_akhir status tanggal_disepakati indikator_praktik jabatan plt "
        "nip_penilai"
    ),
    "rhk": "skp_id nomor bagian rhk_pimpinan rhk aspek indikator target",
    "kegiatan": ("kegiatan_id nip npsn tanggal_mulai tanggal_selesai jenis judul peran jam poin tautan_bukti status"),
    "penilaian": (
        "skp_id nip npsn tahun tipe_periodik angka_periodik hasil_kerja perilaku_kerja predikat umpan_balik "
        "nip_penilai tanggal_dinilai status"
    ),
}
INDIKATOR = (
    "Keteraturan Suasana Kelas",
    "Penerapan Disiplin Positif",
    "Umpan Balik Konstruktif",
    "Perhatian dan Kepedulian",
    "Ekspektasi pada Peserta Didik",
    "Aktivitas Interaktif",
    "Instruksi yang Adaptif",
    "Instruksi Pembelajaran",
)
_RHK = (
    ("utama", "Praktik kinerja: pembelajaran"),
    ("utama", "Pengembangan kompetensi"),
    ("tambahan", "Tugas tambahan"),
)
UMPAN_BALIK = "Pertahankan dan tingkatkan."
_KEGIATAN = ("pelatihan_mandiri", "praktik_baik", "observasi", "komunitas_belajar", "webinar")
_JUDUL = {k: k.replace("_", " ").title() for k in _KEGIATAN}
_JAM = ("2", "3", "8", "32")
_DINILAI = {"1": "03-28", "2": "06-28", "3": "09-28", "4": "12-28", "T": "12-28"}
_S2 = ("Diajukan", "Draf", "Dikembalikan")
_T1 = ("Tenaga Perpustakaan", "Laboran", "Teknisi")


def jenis_ptk(guru: Guru) -> str:
    """Give the Jenis PTK of Dapodik, from where PMM has it (T1: one that may not use Pengelolaan Kinerja)."""
    return _T1[guru.urut % 3] if guru.kini == "T1" else guru.jenis_ptk


def golongan(guru: Guru) -> str:
    """Give golongan as the school has it (J1: one behind SIASN)."""
    return "III/b" if guru.kini == "J1" else guru.golongan


def _jabatan(guru: Guru) -> str:
    return "Guru Ahli Pertama" if guru.kini == "J1" else guru.jabatan


def pegawai(guru: Guru) -> Baris:
    """Give the row of a person."""
    return (
        guru.nip_sekolah, guru.nik, guru.nuptk, guru.nama, guru.lahir, "P" if guru.perempuan else "L", guru.status,
        guru.sekolah.npsn, jenis_ptk(guru), _jabatan(guru), golongan(guru), guru.atasan.nip, "",
    )  # fmt: skip


def _skp_id(d: District, guru: Guru, skp: Skp) -> str:
    return nomor.uuid(d.seed, "pmm", guru.g, skp.ke)


def _kesepakatan(d: District, guru: Guru, skp: Skp) -> tuple[str, str]:
    status = _S2[guru.urut % 3] if guru.kini == "S2" else guru.pola.skp_pmm
    if status != "Disepakati":
        return status, ""
    if guru.peran == "S3":
        return status, d.kesepakatan_terakhir.isoformat()
    return status, f"{skp.mulai[:8]}20"


def skp(d: District, guru: Guru) -> Iterator[Baris]:
    """Give the SKP rows of a person; a Plh post is too short to have one in PMM."""
    if not guru.pola.skp_pmm:
        return
    for satu in guru.skp:
        if satu.plt and guru.peran != "plt":
            continue
        jabatan = _jabatan(guru) if guru.kini == "J1" else satu.jabatan
        yield (
            _skp_id(d, guru, satu), guru.nip_sekolah, satu.sekolah.npsn, str(d.tahun), satu.mulai, satu.selesai,
            *_kesepakatan(d, guru, satu), INDIKATOR[guru.acak & 7], jabatan, "1" if satu.plt else "0", satu.penilai.nip,
        )  # fmt: skip


def rhk(d: District, guru: Guru) -> Iterator[Baris]:
    """Give three RHK for every SKP of a person."""
    for baris in skp(d, guru):
        for ke, (bagian, isi) in enumerate(_RHK, 1):
            yield (
                baris[0], str(ke), bagian, "Meningkatnya kualitas pembelajaran", isi, "Kualitas", "Tersedianya hasil",
                "1 kegiatan",
            )  # fmt: skip


def kegiatan(d: District, guru: Guru) -> Iterator[Baris]:
    """Give six to eight activities of a person."""
    if guru.kini in ("N1", "T1", "kembar"):
        return
    bits = guru.acak >> 3
    awal, rentang = (6, 7) if guru.peran == "pppk" else (1, 12)
    for ke in range(1, 7 + bits % 3):
        bits >>= 12
        jenis = _KEGIATAN[bits % 5]
        hari = f"{d.tahun}-{awal + bits % rentang:02d}-{1 + (bits >> 3) % 28:02d}"
        yield (
            nomor.uuid(d.seed, "kegiatan", guru.g, ke), guru.nip_sekolah, guru.sekolah.npsn, hari, hari, jenis,
            f"{_JUDUL[jenis]} {ke}", "peserta", _JAM[bits & 3], "8" if bits & 4 else "4", "", "selesai",
        )  # fmt: skip


def _tiga(guru: Guru, tw: str) -> nilai.Tiga:
    if tw == "4" and guru.kini == "R3":
        return nilai.predikat_salah(guru.nilai[tw])
    hasil, perilaku, predikat = nilai.tulis(guru.nilai[tw])
    return ("Bagus Sekali" if tw == "4" and guru.kini == "R4" else hasil), perilaku, predikat


def penilaian(d: District, guru: Guru) -> Iterator[Baris]:
    """Give the ratings of a person, triwulan 1 to 4 and Tahunan."""
    tahun, ada = str(d.tahun), guru.pola.nilai_pmm
    for satu in guru.skp:
        skp_id = _skp_id(d, guru, satu)
        for tw in satu.tw:
            if tw in ada:
                yield (
                    skp_id, guru.nip_sekolah, satu.sekolah.npsn, tahun, "tahunan" if tw == "T" else "triwulanan",
                    "" if tw == "T" else tw, *_tiga(guru, tw), UMPAN_BALIK,
                    satu.penilai_untuk(tw).nip, f"{tahun}-{_DINILAI[tw]}",
                    "ditetapkan" if tw == "4" and guru.kini == "R2" else "terkirim",
                )  # fmt: skip
