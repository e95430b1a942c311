"""Whatever is imported, decided, excluded or broken off, in whatever order: the books balance."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import drop_database
from jobs.desa import BUDI, DEWI, EKO, WARGA, Desa
from jobs.pemasangan import copied, whole_village
from jobs.ruang import Ruang
from selaras.galat import SelarasError
from selaras.intake import staging
from selaras.ledger import exceptions
from selaras.link import decisions

TABLES = (
    "pegawai",
    "skp",
    "penilaian",
    "laporan-skp",
    "laporan-nilai-1",
    "laporan-nilai-4",
    "laporan-nilai-T",
    "siasn",
    "dapodik",
    "peta",
    "periode",
)


def rusak(desa: Desa, how: str) -> None:
    match how:
        case "kosong":
            desa.laporan_skp, desa.laporan_nilai["4"], desa.siasn, desa.pmm["penilaian"] = (
                [],
                [],
                [],
                desa.pmm["penilaian"][:1],
            )
        case "terpotong":
            for rows in (desa.laporan_skp, desa.laporan_nilai["4"], desa.siasn, desa.dapodik, *desa.pmm.values()):
                del rows[3:]
        case "kembar":
            for rows in (desa.laporan_skp, desa.laporan_nilai["1"], desa.siasn, desa.dapodik, *desa.pmm.values()):
                rows.append(dict(rows[0]))
        case "bertentangan":
            desa.laporan_nilai["4"].append(desa.laporan_nilai["4"][1] | {"hasil_akhir": "Sangat Baik"})
            desa.pmm["penilaian"].append(
                desa.pmm["penilaian"][7] | {"predikat": "Kurang", "perilaku_kerja": "Dibawah Ekspektasi"}
            )
        case "NIP rusak":
            for rows in (desa.laporan_skp, desa.laporan_nilai["4"], desa.siasn, desa.dapodik, *desa.pmm.values()):
                key = "nip_baru" if "nip_baru" in rows[1] else "nip"
                rows[1][key] = "1.98201012006012E+17"
        case "nilai aneh":
            desa.laporan_nilai["4"][2]["hasil_kerja"] = "Bagus sekali"
            desa.pmm["penilaian"][9]["predikat"] = "Amat Baik"
        case "pindah":
            desa.tanpa_pmm(DEWI)
            desa.tanpa_ekinerja(EKO)


IMPOR = st.tuples(
    st.just("impor"),
    st.sampled_from(TABLES),
    st.sampled_from(["utuh", "kosong", "terpotong", "kembar", "bertentangan", "NIP rusak", "nilai aneh", "pindah"]),
    st.integers(3, 12),
)
LAIN = st.tuples(
    st.sampled_from(["kecualikan", "cabut", "putuskan", "batal", "unor", "batalkan impor"]),
    st.integers(0, 5),
    st.booleans(),
)


def langkah(ruang: Ruang, step: tuple) -> None:  # type: ignore[type-arg]
    instansi = ruang.instansi.id
    match step:
        case ("impor", name, how, day):
            desa = Desa(f"2025-01-{day:02d}")
            rusak(desa, how)
            ruang.kerjakan(desa, name)
            return
        case ("kecualikan", n, long):
            wish = exceptions.Wish(
                WARGA[n].nip, "X3", "uji", dt.date(2024, 1, 1), None if long else dt.date(2024, 7, 1)
            )
            exceptions.exclude(ruang.db, instansi=instansi, run=ruang.mulai(), oleh="uji", wishes=[wish])
        case ("cabut", n, _):
            exceptions.take_back(ruang.db, instansi=instansi, nomor=n, run=ruang.mulai())
        case ("putuskan", n, sama):
            akun = ruang.semua("SELECT id FROM akun ORDER BY id")
            pair = (akun[n][0], akun[-1 - n][0])
            decisions.decide(ruang.db, instansi=instansi, akun=pair, sama=sama, oleh="uji", alasan=None)
        case ("batal", n, _):
            decisions.undo(ruang.db, instansi=instansi, putusan=n, oleh="uji")
        case ("unor", n, sekolah):
            units = ruang.semua("SELECT id FROM unor ORDER BY id")
            npsn = BUDI.sekolah.npsn if sekolah else None
            decisions.assign_unit(ruang.db, instansi=instansi, unor=units[n % len(units)][0], npsn=npsn, oleh="uji")
        case _:
            ruang.impor(Desa("2025-01-13"), "penilaian")
            ruang.db.rollback()
            ruang.run = 0
            return
    ruang.db.commit()
    ruang.olah()


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(st.one_of(IMPOR, IMPOR, LAIN), min_size=2, max_size=6))
def test_no_sequence_of_imports_and_decisions_unbalances_the_books(server: str, steps: list) -> None:  # type: ignore[type-arg]
    dsn = copied(server, whole_village(server))
    ruang = Ruang(dsn)
    try:
        for step in steps:
            try:
                langkah(ruang, step)
            except SelarasError:
                ruang.db.rollback()
                ruang.run = 0
            rekap = ruang.rekap()
            assert rekap.seimbang is True, step
            assert rekap.total == sum(rekap.keadaan.values())
            assert ruang.angka("SELECT count(*) FROM entry WHERE keadaan NOT IN (1, 7, 8) AND code IS NULL") == 0
            assert ruang.angka("SELECT count(*) FROM akun WHERE orang_id IS NULL") == 0
            for table in ("temuan", "pasangan"):
                assert ruang.satu("SELECT to_regclass(%s)", [f"pg_temp.{table}"]) == (None,)
            for table in staging.TABLES:
                assert ruang.satu("SELECT pg_relation_size(to_regclass(%s))", [f"pg_temp.{table}"])[0] in (None, 0)
    finally:
        ruang.tutup()
        drop_database(server, dsn)


@pytest.mark.parametrize("how", ["kosong", "terpotong", "kembar", "bertentangan", "NIP rusak", "nilai aneh", "pindah"])
def test_a_damaged_village_balances_from_the_start(ruang: Ruang, how: str) -> None:
    desa = Desa()
    rusak(desa, how)
    ruang.kerjakan(desa)
    assert ruang.rekap().seimbang is True
