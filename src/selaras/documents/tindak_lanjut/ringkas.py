"""The sheet 'Ringkas': one page to print, with the eight states, a chart, the first five actions, what is missing."""

from __future__ import annotations

from typing import Any

from selaras.documents.tindak_lanjut.langkah import SEBUTAN
from selaras.documents.tindak_lanjut.lembar import BIRU, LATIHAN, Buku, tinggi
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.teks import pendek, tanggal
from selaras.documents.tindak_lanjut.tugas import Langkah
from selaras.monitoring.posisi import KEADAAN, Posisi

NAMA = "Ringkas"
HANYA_BACA = "Tidak ada yang dikirim ke BKN. Selaras hanya membaca."
# what people read, what it means, the colour of the bar
KATA = {
    "selaras": ("Selaras", "sama di PMM / Ruang GTK dan e-Kinerja", "#2E7D32"),
    "siap": ("Tinggal ditekan / siap dikirim", "tidak ada yang menghalangi", "#1565C0"),
    "menunggu": ("Menunggu", "penilaian, persetujuan, atau 1 x 24 jam", "#F9A825"),
    "terblokir": ("Tertahan", "ada kendala yang harus dibereskan", "#C62828"),
    "berbeda": ("Berbeda", "isi di kedua sisi tidak sama", "#EF6C00"),
    "ditolak": ("Ditolak e-Kinerja", "ada pesan penolakan", "#6A1B9A"),
    "belum_pasti": ("Sedang dicek ulang", "dibaca ulang lebih dulu", "#607D8B"),
    "dikecualikan": ("Dikecualikan", "dikeluarkan dengan alasan", "#9E9E9E"),
}
LEBAR = (5, 31, 34, 26, 11)
_GARIS: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF"}


def tulis(buku: Buku, susunan: Susunan) -> None:
    """Write the sheet."""
    ws = buku.lembar(NAMA, mendatar=False)
    ws.fit_to_pages(1, 1)
    ws.center_horizontally()
    for i, lebar in enumerate(LEBAR):
        ws.set_column(i, i, lebar)
    baris = _judul(buku, ws)
    baris = _rekap(buku, ws, baris + 1)
    baris = _langkah(buku, ws, baris + 16, susunan)
    baris = _kurang(buku, ws, baris + 1)
    ws.print_area(0, 0, baris, len(LEBAR) - 1)


def _judul(buku: Buku, ws: Any) -> int:
    p = buku.posisi
    buku.teks(ws, 0, 0, f"Tindak lanjut e-Kinerja {p.tahun}", bold=True, font_size=18)
    buku.teks(ws, 1, 0, pendek(p.instansi, 90), bold=True, font_size=12)
    dibuat = f"dibuat {tanggal(p.dibuat.date())} pukul {p.dibuat:%H.%M}"
    tenggat = f"; batas {tanggal(p.tenggat)}" if p.tenggat else ""
    buku.teks(ws, 2, 0, f"Data per {tanggal(p.data_per)} ({dibuat}){tenggat}")
    buku.teks(ws, 3, 0, _kemajuan(p), bold=True, font_size=12)
    baris = 4
    if p.hanya_baca:
        buku.teks(ws, baris, 0, HANYA_BACA, italic=True)
        baris += 1
    if p.latihan:
        sifat: dict[str, Any] = {"bold": True, "font_size": 14, "bg_color": "#FFD54F", "align": "center"}
        ws.merge_range(baris, 0, baris, len(LEBAR) - 1, "", buku.format(**sifat))
        buku.teks(ws, baris, 0, LATIHAN, **sifat)
        baris += 1
    return baris


def _kemajuan(p: Posisi) -> str:
    teks = f"{p.selesai} dari {p.guru} guru selesai"
    if p.selesai_lalu is None or p.data_lalu is None:
        return teks
    beda = p.selesai - p.selesai_lalu
    arah = f"bertambah {beda}" if beda > 0 else f"berkurang {-beda}" if beda < 0 else "tidak berubah"
    return f"{teks}, {arah} sejak {tanggal(p.data_lalu)}"


def _rekap(buku: Buku, ws: Any, awal: int) -> int:
    p = buku.posisi
    total = sum(p.keadaan.get(k, 0) for k in KEADAAN)
    for i, judul in enumerate(("", "Rekap", "Artinya", "", "Jumlah")):
        buku.teks(ws, awal, i, judul, **BIRU)
    for r, keadaan in enumerate(KEADAAN, awal + 1):
        kata, arti, warna = KATA[keadaan]
        ws.write_blank(r, 0, None, buku.format(bg_color=warna, **_GARIS))
        buku.teks(ws, r, 1, kata, **_GARIS)
        buku.teks(ws, r, 2, arti)
        ws.write_number(r, 4, p.keadaan.get(keadaan, 0), buku.format(num_format="#,##0", **_GARIS))
    akhir = awal + len(KEADAAN) + 1
    buku.teks(ws, akhir, 1, "Jumlah butir", bold=True, top=1)
    catat = f"di luar itu {p.dicatat_saja} baris dicatat saja" if p.dicatat_saja else ""
    buku.teks(ws, akhir, 2, catat, font_color="#555555")
    ws.write_number(akhir, 4, total, buku.format(num_format="#,##0", bold=True, top=1))
    _grafik(buku, ws, awal + 1, akhir + 1)
    return akhir


def _grafik(buku: Buku, ws: Any, awal: int, letak: int) -> None:
    akhir = awal + len(KEADAAN) - 1
    grafik = buku.xlsx.add_chart({"type": "bar"})
    grafik.add_series(
        {
            "name": "Jumlah butir",
            "categories": [NAMA, awal, 1, akhir, 1],
            "values": [NAMA, awal, 4, akhir, 4],
            "points": [{"fill": {"color": KATA[k][2]}} for k in KEADAAN],
            "data_labels": {"value": True, "num_format": "#,##0"},
            "gap": 40,
        }
    )
    grafik.set_legend({"none": True})
    grafik.set_title({"name": "Butir menurut keadaan", "overlay": False, "name_font": {"size": 11}})
    grafik.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"none": True}})
    grafik.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    grafik.set_size({"width": 770, "height": 290})
    ws.insert_chart(letak, 0, grafik, {"x_offset": 4, "y_offset": 8, "description": "Jumlah butir menurut keadaan"})


def _langkah(buku: Buku, ws: Any, awal: int, susunan: Susunan) -> int:
    buku.teks(ws, awal, 0, "Lima langkah yang paling banyak membuka jalan", bold=True, font_size=12)
    for i, judul in enumerate(("No", "Kendala", "Sekolah", "Siapa", "Guru")):
        buku.teks(ws, awal + 1, i, judul, **BIRU)
    lima = susunan.hari_ini[:5]
    for no, x in enumerate(lima, 1):
        r = awal + 1 + no
        ws.write_number(r, 0, no, buku.format(**_GARIS))
        ws.set_row(r, tinggi(list(zip(LEBAR[1:], _isi(x), strict=False))))
        for kolom, isi in enumerate(_isi(x), 1):
            buku.teks(ws, r, kolom, isi, text_wrap=True, **_GARIS)
        ws.write_number(r, 4, x.membuka, buku.format(num_format="#,##0", **_GARIS))
    if not lima:
        buku.teks(ws, awal + 2, 0, "Tidak ada langkah yang tertinggal.", italic=True)
    return awal + 2 + max(len(lima), 1)


def _isi(x: Langkah) -> tuple[str, str, str]:
    k = x.kendala[0]
    sekolah = k.sekolah or ("seluruh instansi" if k.tingkat == "instansi" else k.berkas or "-")
    return f"{k.kode} {k.judul}", pendek(sekolah, 60), SEBUTAN[x.siapa]


def _kurang(buku: Buku, ws: Any, awal: int) -> int:
    buku.teks(ws, awal, 0, "Yang belum ada", bold=True, font_size=12)
    kurang = buku.posisi.kurang or ("Semua berkas yang diperlukan sudah diimpor.",)
    for r, isi in enumerate(kurang[:8], awal + 1):
        buku.teks(ws, r, 0, f"• {pendek(isi, 110)}")
    if len(kurang) > 8:
        buku.teks(ws, awal + 9, 0, f"• dan {len(kurang) - 8} lagi; lihat lembar 'Data dan tanggal'")
    return awal + min(len(kurang), 9)
