"""The words of Pengelolaan Kinerja: indicators, conduct, phases, levels, statuses.

Sources: the eight indicators and the three levels as several copies of the ministry's forms show them; the conduct of
BerAKHLAK as public forms of the SKP carry it. Numbers are ours and stay as they are.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from selaras.kinerja import status_skp


class Status(IntEnum):
    """How far a plan is."""

    DRAF = 1
    DIAJUKAN = 2
    DIKEMBALIKAN = 3
    DISEPAKATI = 4


class Nilai(IntEnum):
    """How far a rating is."""

    DRAF = 1
    DITETAPKAN = 2
    TERKIRIM = 3


STATUS: Final = status_skp.NAMA
STATUS_NILAI: Final = {1: "draf", 2: "ditetapkan", 3: "terkirim"}
INDIKATOR: Final = {
    1: "Keteraturan Suasana Kelas",
    2: "Penerapan Disiplin Positif",
    3: "Umpan Balik Konstruktif",
    4: "Perhatian dan Kepedulian",
    5: "Ekspektasi pada Peserta Didik",
    6: "Aktivitas Interaktif",
    7: "Instruksi yang Adaptif",
    8: "Instruksi Pembelajaran",
}
FASE: Final = {
    1: "Persiapan observasi",
    2: "Pelaksanaan observasi",
    3: "Diskusi tindak lanjut",
    4: "Pelaksanaan upaya tindak lanjut",
    5: "Refleksi",
}
FASE_PENGAMAT: Final = frozenset({2, 3})  # the others are filled in by the one who is observed
TINGKAT: Final = {1: "Belum dilakukan", 2: "Dilakukan tapi belum efektif", 3: "Dilakukan dan efektif"}
BUTIR: Final = (1, 2, 3)  # an indicator has three points of focus
KEGIATAN: Final = {
    "pelatihan_mandiri": "Pelatihan mandiri",
    "praktik_baik": "Berbagi praktik baik",
    "observasi": "Observasi",
    "komunitas_belajar": "Komunitas belajar",
    "webinar": "Webinar",
    "lainnya": "Lainnya",
}
BERAKHLAK: Final = {
    1: (
        "Berorientasi Pelayanan",
        (
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ),
    ),
    2: (
        "Akuntabel",
        (
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ),
    ),
    3: (
        "Kompeten",
        (
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ),
    ),
    4: (
        "Harmonis",
        (
            "Menghargai setiap orang apa pun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ),
    ),
    5: (
        "Loyal",
        (
            "Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
            "Menjaga rahasia jabatan dan negara",
        ),
    ),
    6: (
        "Adaptif",
        (
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ),
    ),
    7: (
        "Kolaboratif",
        (
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
        ),
    ),
}
