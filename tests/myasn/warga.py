"""Two schools and their people in a rehearsal folder, straight into the tables that the provider reads."""

from __future__ import annotations

import psycopg

SITI, BUDI, RINI, TANPA_NIP = "SITI AMINAH", "BUDI SANTOSO", "RINI <b>WATI</b> & 'ANAK'", "TINO TANPA"
NIP = {SITI: "197001012000032901", BUDI: "198501012010011902", RINI: "199001012015032903"}
NIK_BUDI = "3204110101857902"
SATU, DUA = "SDN 1 CONTOH", 'SDN 2 "CONTOH"'
BANYAK = 45


def isi(dsn: str, jenis: str = "latihan") -> None:
    """Fill a folder: a head, a teacher, one whose name is hostile, one without a NIP, and 45 more."""
    with psycopg.connect(dsn) as db:
        instansi = _id(db, "INSERT INTO instansi(nama, jenis, tahun) VALUES ('KAB. CONTOH', %s, 2024)", jenis)
        satu, dua = (
            _id(db, "INSERT INTO sekolah(instansi_id, npsn, nama) VALUES (%s, %s, %s)", instansi, npsn, nama)
            for npsn, nama in (("20271901", SATU), ("20271902", DUA))
        )
        _orang(db, instansi, satu, SITI, NIP[SITI], kepala=True)
        _orang(db, instansi, satu, BUDI, NIP[BUDI], nik=NIK_BUDI)
        _orang(db, instansi, dua, RINI, NIP[RINI])
        _orang(db, instansi, dua, TANPA_NIP, None)
        for nomor in range(BANYAK):
            _orang(db, instansi, dua, f"GURU {nomor:02d}", f"1991010120160329{nomor:02d}")


def _orang(
    db: psycopg.Connection, instansi: int, sekolah: int, nama: str, nip: str | None, *, kepala: bool = False,
    nik: str | None = None,
) -> None:  # fmt: skip
    orang = _id(db, "INSERT INTO orang(instansi_id, dibuat_run) VALUES (%s, 1)", instansi)
    db.execute(
        "INSERT INTO akun(instansi_id, sistem, native, nip, nik, nama, sekolah_id, orang_id) "
        "VALUES (%s, 1, %s, %s, %s, %s, %s, %s)",
        (instansi, str(orang), nip, nik, nama, sekolah, orang),
    )
    db.execute(
        "INSERT INTO potret(orang_id, instansi_id, nip, nama, sekolah_id, di_pmm, di_dapodik, di_siasn, di_ekinerja, "
        "kepala, pengawas, aktif) VALUES (%s, %s, %s, %s, %s, true, true, true, true, %s, false, true)",
        (orang, instansi, nip, nama, sekolah, kepala),
    )


def _id(db: psycopg.Connection, query: str, *params: object) -> int:
    row = db.execute(f"{query} RETURNING id".encode(), params).fetchone()
    assert row is not None
    return int(row[0])
