"""What people say about data holds while the data stand as they stood, and is about nobody else."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from jobs.desa import BUDI, DEWI, SARI, WATI, Desa, Orang
from jobs.ruang import Ruang
from selaras.galat import DataError
from selaras.organisasi.selectors import orang_id
from selaras.review.pernyataan import (
    PANJANG,
    TENGGANG,
    Apa,
    nyatakan,
    pernyataan_berlaku,
    pernyataan_terakhir,
    sudah,
)

KINI = dt.datetime(2025, 1, 6, 3, tzinfo=dt.UTC)


def nomor(r: Ruang, o: Orang) -> int:
    found = orang_id(r.db, instansi=1, nip=o.nip)
    assert found
    return found


def kata(
    r: Ruang, o: Orang, apa: str, *, sebagai: str = "guru", kode: str | None = None, isi: str | None = None
) -> int:
    run = r.mulai("pernyataan")
    made = nyatakan(
        r.db, instansi=1, tahun=2024, orang=nomor(r, o), apa=apa, kode=kode, isi=isi, oleh_orang=nomor(r, o),
        oleh=o.nama, sebagai=sebagai, run=run, now=KINI,
    )  # fmt: skip
    r.db.commit()
    r.run = 0
    return made


def berlaku(r: Ruang, o: Orang) -> set[str]:
    return {w.apa for w in pernyataan_berlaku(r.db, nomor(r, o), 2024).get(nomor(r, o), ())}


def lusa(hari: int = 1) -> Desa:
    return Desa((dt.date(2025, 1, 6) + dt.timedelta(days=hari)).isoformat())


@pytest.mark.parametrize("ubah", ["pmm", "ekinerja", "identitas"])
def test_a_sign_off_lapses_when_either_side_moves_or_the_person_does(desa: Ruang, ubah: str) -> None:
    for apa in ("benar", "diverifikasi"):
        kata(desa, BUDI, apa)
        kata(desa, WATI, apa)
    assert berlaku(desa, BUDI) == {"benar", "diverifikasi"}
    later = lusa()
    better = {"hasil_kerja": "Diatas Ekspektasi", "perilaku_kerja": "Diatas Ekspektasi"}
    if ubah == "pmm":
        later.nilai(BUDI, "4").update(**better, predikat="Sangat Baik")
    elif ubah == "ekinerja":
        later.nilai_ek(BUDI, "4").update(**better, hasil_akhir="Sangat Baik")
    else:
        later.pilih(later.siasn, BUDI).update(jabatan_nama="Guru Ahli Utama")
    desa.kerjakan(later)
    assert berlaku(desa, BUDI) == set()
    assert berlaku(desa, WATI) == {"benar", "diverifikasi"}
    last = pernyataan_terakhir(desa.db, nomor(desa, BUDI), 2024)[nomor(desa, BUDI)]
    assert [(w.apa, w.berlaku) for w in last] == [("benar", False), ("diverifikasi", False)]


def test_the_same_report_read_again_keeps_every_word(desa: Ruang) -> None:
    kata(desa, BUDI, "benar")
    kata(desa, BUDI, "ditekan", kode="S8")
    desa.kerjakan(Desa())
    assert berlaku(desa, BUDI) == {"benar", "ditekan"}


def test_whoever_pressed_is_asked_again_by_a_later_report_that_shows_nothing_new(desa: Ruang) -> None:
    kata(desa, BUDI, "ditekan", kode="S8")
    kata(desa, BUDI, "diajukan", kode="N3", sebagai="operator")
    desa.kerjakan(lusa())
    assert berlaku(desa, BUDI) == {"diajukan"}
    desa.kerjakan(lusa(TENGGANG + 1))
    assert berlaku(desa, BUDI) == set()


def test_a_rating_that_moves_is_no_answer_about_a_number(desa: Ruang) -> None:
    kata(desa, BUDI, "diajukan", kode="N3", sebagai="operator")
    later = lusa()
    later.nilai(BUDI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                  predikat="Sangat Baik")  # fmt: skip
    desa.kerjakan(later)
    assert berlaku(desa, BUDI) == {"diajukan"}


def test_each_capacity_and_each_finding_has_its_own_word_and_the_last_one_counts(desa: Ruang) -> None:
    kata(desa, BUDI, "diverifikasi")
    kata(desa, BUDI, "diverifikasi", sebagai="kepala sekolah")
    kata(desa, BUDI, "lapor", kode="D1", isi="nilai TW4 keliru")
    kata(desa, BUDI, "lapor", kode="A1", isi="atasan saya sudah ganti")
    last = kata(desa, BUDI, "lapor", kode="D1", isi="nilai TW4 seharusnya Baik")
    words = pernyataan_berlaku(desa.db, [nomor(desa, BUDI)], 2024)[nomor(desa, BUDI)]
    assert sorted((w.apa, w.sebagai, w.kode or "") for w in words) == [
        ("diverifikasi", "guru", ""), ("diverifikasi", "kepala sekolah", ""), ("lapor", "guru", "A1"),
        ("lapor", "guru", "D1"),
    ]  # fmt: skip
    found = sudah(words, Apa.LAPOR, kode="D1")
    assert found
    assert (found.id, found.isi) == (last, "nilai TW4 seharusnya Baik")
    assert sudah(words, Apa.BENAR) is None


def test_a_whole_school_is_one_query_and_says_the_same_to_whoever_may_look(desa: Ruang) -> None:
    kata(desa, BUDI, "benar")
    kata(desa, DEWI, "benar")
    everyone = [nomor(desa, o) for o in (SARI, BUDI, WATI, DEWI)]
    assert set(pernyataan_berlaku(desa.db, everyone, 2024)) == {nomor(desa, BUDI), nomor(desa, DEWI)}
    school = desa.satu("SELECT sekolah_id FROM potret WHERE orang_id = %s", (nomor(desa, SARI),))[0]
    with desa.db.transaction(force_rollback=True):
        desa.db.execute("UPDATE entry SET sekolah_id = NULL WHERE orang_id = %s", (nomor(desa, BUDI),))
        desa.db.execute("SET LOCAL ROLE selaras_web")
        desa.db.execute("SELECT set_config('app.instansi', '1', true), set_config('app.sekolah', %s, true)",
                        (f"{{{school}}}",))  # fmt: skip
        assert not desa.db.execute("SELECT FROM entry WHERE orang_id = %s", (nomor(desa, BUDI),)).fetchall()
        assert set(pernyataan_berlaku(desa.db, everyone, 2024)) == {nomor(desa, BUDI)}


def test_what_is_not_done_can_not_be_verified(desa: Ruang) -> None:
    later = lusa()
    later.nilai_ek(BUDI, "4").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
    desa.kerjakan(later)
    with pytest.raises(DataError, match="Belum semua"):
        kata(desa, BUDI, "diverifikasi")
    kata(desa, WATI, "diverifikasi")


@pytest.mark.parametrize(
    ("apa", "isi"),
    [("suka", "x"), ("", None), ("lapor", None), ("lapor", "  \n"), ("lapor", "x" * (PANJANG + 1))],
)
def test_it_refuses_what_can_not_be_said(desa: Ruang, apa: str, isi: str | None) -> None:
    with pytest.raises(DataError):
        kata(desa, BUDI, apa, isi=isi)


def test_it_says_nothing_about_somebody_of_another_instansi(desa: Ruang) -> None:
    with pytest.raises(DataError):
        nyatakan(desa.db, instansi=2, tahun=2024, orang=nomor(desa, BUDI), apa="benar", oleh_orang=None, oleh="x",
                 sebagai="guru", run=desa.mulai(), now=KINI)  # fmt: skip


def test_the_table_itself_takes_no_other_word(desa: Ruang) -> None:
    word = {"orang": nomor(desa, BUDI), "run": desa.mulai()}
    with pytest.raises(psycopg.errors.CheckViolation):
        desa.db.execute(
            "INSERT INTO pernyataan(instansi_id, tahun, orang_id, apa, oleh, sebagai, run_id, pada) "
            "VALUES (1, 2024, %(orang)s, 'suka', 'x', 'guru', %(run)s, now())",
            word,
        )
