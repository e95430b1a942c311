"""Names to draw from: common given names and family names in every mixture, belonging to nobody."""

_LAKI = (
    "Agus Bambang Budi Joko Hendra Asep Ujang Yusuf Rahmat Zainal Gede Wayan Made Komang Teuku Yohanes Marthen Rizki "
    "Eko Dedi Slamet Arif Bayu Fajar Galih Hasan Ilham Jaya Lukman Mulyadi Nanang Oki Petrus Rudi Surya Taufik Umar "
    "Wahyu Yanto Andi"
)
_PEREMPUAN = (
    "Sri Siti Dewi Ratna Kartika Lestari Yuliana Fitri Indah Endang Nur Cut Ni Sulastri Ika Sari Ani Tri Nanda Dian "
    "Ayu Bunga Citra Desi Erna Farida Gita Heni Intan Juwita Kurnia Laras Maya Novi Oktavia Putri Rina Tuti Wulan Yeni"
)
_MARGA = (
    "Wijaya Permata Tarigan Handayani Mambrasar Pane Simanjuntak Firmansyah Marpaung Pratama Suryani Lestari Puspita "
    "Gunawan Hidayat Harahap Rumengan Saputra Maulana Kogoya Wenda Susanti Kusuma Sinaga Wibowo Tuasikal Nasution "
    "Mandala Utami Rahayu Ginting Siregar Hutapea Santoso Setiawan Nugroho Purnama Anggraini Halim Syahputra Rangkuti "
    "Manurung Sitorus Lubis Damanik Pangestu Kurniawan Hakim Ramadhan Iskandar"
)
_TENGAH = "Adi Bakti Cahya Dharma Eka Guna Hadi Indra Jati Karya Laksana Mega"
LAKI, PEREMPUAN, MARGA, TENGAH = (daftar.split() for daftar in (_LAKI, _PEREMPUAN, _MARGA, _TENGAH))


def nama_orang(perempuan: bool, angka: int) -> str:
    """Draw a name from a whole number; about half have a middle name.

    >>> nama_orang(True, 0)
    'Sri Wijaya'
    """
    depan = PEREMPUAN if perempuan else LAKI
    angka, pertama = divmod(angka, len(depan))
    angka, terakhir = divmod(angka, len(MARGA))
    tengah = angka % (2 * len(TENGAH))
    if tengah and tengah < len(TENGAH):
        return f"{depan[pertama]} {TENGAH[tengah]} {MARGA[terakhir]}"
    return f"{depan[pertama]} {MARGA[terakhir]}"
