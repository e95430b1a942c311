"""Rows of the SIASN list and of the two Dapodik lists of people."""

from __future__ import annotations

from selaras.latihan import nomor
from selaras.latihan.baris_pmm import golongan, jenis_ptk
from selaras.latihan.district import District
from selaras.latihan.luar import honorer, tata_usaha
from selaras.latihan.orang import Guru, LuarCakupan
from selaras.latihan.sekolah import Sekolah, Unor

Baris = tuple[str, ...]
KOLOM_SIASN = (
    "NO", "NIP BARU", "NIP LAMA", "NAMA", "NIK", "TANGGAL LAHIR", "JENIS KELAMIN", "NOMOR HP", "KEDUDUKAN HUKUM NAMA",
    "JENIS PEGAWAI", "GOL AKHIR NAMA", "JABATAN NAMA", "UNOR ID", "UNOR NAMA", "UNOR INDUK NAMA",
)  # fmt: skip
KOLOM_DAPODIK = (
    "No", "Nama", "NUPTK", "JK", "Tempat Lahir", "Tanggal Lahir", "NIP", "Status Kepegawaian", "Jenis PTK", "NPSN",
    "Sekolah", "Pangkat Golongan", "NIK", "HP",
)  # fmt: skip
_JENIS_PTK = {"Kepala Sekolah": "20", "Guru Kelas": "3", "Guru Mapel": "4", "Tenaga Administrasi Sekolah": "11"}
_STATUS = {"PNS": 1, "PPPK": 10, "Guru Honor Sekolah": 5}


def siasn(guru: Guru) -> Baris:
    """Give the SIASN row of a person, without its number."""
    unor = guru.unor_lain if guru.kini == "U4" and guru.unor_lain else guru.unor
    hukum = "Pensiun" if guru.kini == "X1" else "Aktif"
    return _siasn(guru, guru.status, hukum, unor)


def siasn_luar(orang: LuarCakupan) -> Baris:
    """Give the SIASN row of somebody outside the scope."""
    return _siasn(orang, "PNS", "Aktif", orang.unor)


def _siasn(orang: Guru | LuarCakupan, status: str, hukum: str, unor: Unor) -> Baris:
    tahun, bulan, hari = orang.lahir.split("-")
    return (
        orang.nip, "", orang.nama.upper(), orang.nik, f"{hari}-{bulan}-{tahun}", "F" if orang.perempuan else "M", "",
        hukum, status, orang.golongan, orang.jabatan, unor.id, unor.nama, unor.induk,
    )  # fmt: skip


def dapodik(guru: Guru) -> Baris:
    """Give the Daftar Guru row of a person, without its number."""
    s = guru.sekolah
    return (
        guru.nama, guru.nuptk, "P" if guru.perempuan else "L", "Selaras", guru.lahir, guru.nip_sekolah, guru.status,
        jenis_ptk(guru), s.npsn, s.nama, golongan(guru), guru.nik, "",
    )  # fmt: skip


def dapodik_luar(d: District, s: Sekolah) -> tuple[Baris, Baris]:
    """Give the rows of the honorary teacher and of the clerk of a school."""
    return tuple(  # type: ignore[return-value]
        (
            o.nama, "", "P" if o.perempuan else "L", "Selaras", o.lahir, o.nip, status, ptk, s.npsn, s.nama, o.golongan,
            o.nik, "",
        )
        for o, status, ptk in (
            (honorer(d, s), "Guru Honor Sekolah", s.jenis_ptk),
            (tata_usaha(d, s), "PNS", "Tenaga Administrasi Sekolah"),
        )
    )  # fmt: skip


def gtk(d: District, baris: Baris) -> dict[str, object]:
    """Turn a Daftar Guru row into the getGtk object of the web service (docs/format.md)."""
    nama, nuptk, jk, tempat, lahir, nip, status, ptk, _, _, pangkat, nik, _ = baris
    kunci = (d.seed, nama, lahir, nuptk)
    return {
        "tahun_ajaran_id": str(d.tahun), "ptk_terdaftar_id": nomor.uuid("terdaftar", *kunci),
        "ptk_id": nomor.uuid("ptk", *kunci), "ptk_induk": "1", "tanggal_surat_tugas": f"{d.tahun - 4}-07-01",
        "nama": nama, "jenis_kelamin": jk, "tempat_lahir": tempat, "tanggal_lahir": lahir, "agama_id": 1,
        "agama_id_str": "-", "nuptk": nuptk, "nik": nik, "jenis_ptk_id": _JENIS_PTK.get(ptk, "99"),
        "jenis_ptk_id_str": ptk, "status_kepegawaian_id": _STATUS[status], "status_kepegawaian_id_str": status,
        "nip": nip, "pendidikan_terakhir": "S1", "bidang_studi_terakhir": "-",
        "pangkat_golongan_terakhir": pangkat or "-", "rwy_pend_formal": [], "rwy_kepangkatan": [],
    }  # fmt: skip


def sekolah(d: District, s: Sekolah) -> dict[str, object]:
    """Give the getSekolah object of a school."""
    bentuk = (6, "SMP") if s.nama.startswith("SMP") else (5, "SD")
    return {
        "sekolah_id": nomor.uuid(d.seed, "sekolah", s.i), "nama": s.nama, "npsn": s.npsn,
        "bentuk_pendidikan_id": bentuk[0], "bentuk_pendidikan_id_str": bentuk[1], "status_sekolah": "1",
        "status_sekolah_str": "Negeri", "kecamatan": f"Kec. Latihan {1 + s.i % 3}",
        "kabupaten_kota": "Kab. Latihan Selaras", "provinsi": "Prov. Latihan",
    }  # fmt: skip
