"""What comes again: the same file, an older one, a smaller one, an empty one, a part, a mended one."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobs.desa import BUDI, DEWI, EKO, SATU, SLOT, TONO, WATI, Desa, Orang, judul, nilai, nilai_ek, skp_ek, tabel
from jobs.perintah import Perintah
from jobs.ruang import Ruang
from selaras.galat import Stop


def hidup(ruang: Ruang, side: int = 2) -> int:
    return ruang.angka("SELECT count(*) FROM record WHERE gone_batch IS NULL AND side = %s", [side])


def test_the_same_folder_again_changes_nothing_and_says_so(perintah: Perintah, tmp_path: Path) -> None:
    folder = Desa().tulis(tmp_path / "unduhan")
    assert perintah("impor", folder, "--tahun", 2024).kode == 0
    before = perintah("rekap", "--json").out
    ruang = Ruang(perintah.dsn)
    counts = "SELECT count(*) FROM {} "
    tables = ("record", "record_old", "entry_history", "finding_history", "batch", "baris", "coverage")
    first = {name: ruang.angka(counts.format(name)) for name in tables}
    again = perintah("impor", folder, "--tahun", 2024)
    assert again.kode == 0
    assert "Tidak ada yang berubah" in again.out
    assert {name: ruang.angka(counts.format(name)) for name in tables} == first
    assert perintah("rekap", "--json").out == before
    assert {item["status"] for item in perintah("impor", folder, "--json").json["impor"]} == {"sama"}
    ruang.tutup()


def test_the_same_rows_in_another_file_are_all_the_same(desa: Ruang) -> None:
    history = desa.angka("SELECT count(*) FROM entry_history")
    done = desa.kerjakan(Desa("2025-01-07"))
    assert sum(item.counts.new + item.counts.changed + item.counts.gone for item in done) == 0
    assert desa.angka("SELECT count(*) FROM record_old") == 0
    assert desa.angka("SELECT count(*) FROM entry_history") == history


def turun(desa: Desa, o: Orang = BUDI) -> Desa:
    desa.nilai_ek(o, "4").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
    return desa


def test_an_older_report_never_overwrites_a_newer_one(desa: Ruang) -> None:
    before = desa.buku()
    (done,) = desa.kerjakan(turun(Desa("2025-01-03")), "laporan-nilai-4")
    assert done.status == "lebih_lama"
    assert desa.buku() == before


def test_an_older_part_never_overwrites_a_newer_whole(desa: Ruang) -> None:
    before = desa.buku()["record"]
    rows = [row for row in turun(Desa()).laporan_nilai["4"] if row["skp_unor"] == SATU.nama]
    desa.baca(tabel("sebagian.csv", rows, judul("Penilaian SKP Periode Triwulan 4", "2025-01-02", SATU.nama)))
    desa.olah()
    assert desa.buku()["record"] == before
    assert desa.keadaan(BUDI, "4") == ("selaras", None)


def test_the_version_before_a_change_is_kept(desa: Ruang) -> None:
    old = desa.satu(
        "SELECT r.id, r.core, r.per, r.line FROM record r JOIN akun a ON a.id = r.akun_id "
        "WHERE r.side = 2 AND r.slot = 204 AND a.nip = %s",
        [BUDI.nip],
    )
    (done,) = desa.kerjakan(turun(Desa("2025-01-08")), "laporan-nilai-4")
    assert (done.counts.changed, done.counts.same) == (1, 5)
    assert desa.semua("SELECT id, core, per, line FROM record_old") == [old]
    assert desa.angka("SELECT count(*) FROM record WHERE id = %s AND core <> %s", [old[0], old[1]]) == 1


def banyak(n: int) -> Desa:
    return Desa(warga=tuple(Orang(10 + i, f"Guru Nomor {i}", SATU, kepala=i == 0) for i in range(n)))


@pytest.fixture
def ramai(ruang: Ruang, monkeypatch: pytest.MonkeyPatch) -> Ruang:
    monkeypatch.setitem(
        __import__("jobs.desa", fromlist=["KEPALA"]).KEPALA, SATU, Orang(10, "Guru Nomor 0", SATU, kepala=True)
    )
    ruang.kerjakan(banyak(60))
    return ruang


def susut(n: int) -> Desa:
    desa = banyak(60)
    desa.hari = "2025-01-08"
    desa.laporan_nilai["4"] = desa.laporan_nilai["4"][:n]
    return desa


def test_a_report_that_lost_many_rows_is_held_with_a_sentence(ramai: Ruang) -> None:
    before, batches = ramai.buku(), ramai.angka("SELECT count(*) FROM batch")
    with pytest.raises(Stop) as held:
        ramai.impor(susut(30), "laporan-nilai-4")
    assert "30 dari 60 baris" in held.value.kalimat
    assert "--terima-pengurangan" in str(held.value.langkah)
    ramai.db.rollback()
    assert ramai.buku() == before
    assert ramai.angka("SELECT count(*) FROM batch") == batches
    assert ramai.rekap().seimbang is True


def test_a_person_accepts_that_many_rows_vanish(ramai: Ruang) -> None:
    (done,) = ramai.kerjakan(susut(30), "laporan-nilai-4", shrink=True)
    assert done.counts.gone == 30
    assert ramai.rekap().keadaan["siap"] == 30
    assert ramai.rekap().seimbang is True


def test_a_few_vanished_rows_are_withdrawn_and_come_back(ramai: Ruang) -> None:
    (done,) = ramai.kerjakan(susut(50), "laporan-nilai-4")
    assert done.counts.gone == 10
    assert ramai.rekap().keadaan["siap"] == 10
    kembali = susut(60)
    kembali.hari = "2025-01-09"
    (done,) = ramai.kerjakan(kembali, "laporan-nilai-4")
    assert (done.counts.gone, done.counts.new) == (0, 0)
    assert ramai.rekap().keadaan["siap"] == 0
    assert ramai.rekap().total == ramai.rekap().keadaan["selaras"]


def test_it_holds_a_smaller_report_on_the_command_line_until_it_is_accepted(perintah: Perintah, tmp_path: Path) -> None:
    banyak(60).tulis(tmp_path / "a")
    perintah("impor", tmp_path / "a", "--tahun", 2024)
    susut(20).tulis(tmp_path / "b", "laporan-nilai-4")
    before = perintah("rekap", "--json").json
    held = perintah("impor", tmp_path / "b")
    assert held.kode == 1
    assert "laporan-nilai-4.csv" in held.err
    assert "40 dari 60" in held.err
    assert perintah("rekap", "--json").json == before
    assert perintah("impor", tmp_path / "b", "--terima-pengurangan").kode == 0
    assert perintah("rekap", "--json").json["keadaan"]["selaras"] == before["keadaan"]["selaras"] - 40


@pytest.mark.parametrize("name", ["laporan-skp", "laporan-nilai-4", "siasn", "dapodik", "peta"])
def test_an_empty_report_blanks_nothing(desa: Ruang, name: str) -> None:
    before = desa.buku()
    kosong = Desa("2025-01-08")
    kosong.laporan_skp, kosong.laporan_nilai["4"], kosong.siasn, kosong.dapodik, kosong.peta = [], [], [], [], []
    (done,) = desa.kerjakan(kosong, name)
    assert done.counts.read == 0
    assert desa.buku() == before
    assert desa.rekap().seimbang is True


def sebagian(desa: Desa, rows: list[dict[str, str]], tentang: str, sekolah: str) -> object:
    return tabel(
        f"sebagian {sekolah}.csv", rows, judul(tentang, desa.hari, sekolah), skp_ek(BUDI) if tentang == "SKP" else ()
    )


def test_a_part_judges_nobody_outside_it(ruang: Ruang) -> None:
    d = Desa()
    ruang.impor(d, "pegawai", "skp", "penilaian", "siasn", "dapodik", "peta", "periode")
    ruang.baca(sebagian(d, [skp_ek(o) for o in d.warga if o.sekolah == SATU], "SKP", SATU.nama))  # type: ignore[arg-type]
    ruang.olah()
    assert {siapa for kode, siapa in ruang.temuan(notes=False)} == set()
    assert ruang.keadaan(DEWI) == ("menunggu", "F3")
    assert ruang.keadaan(TONO) == ("menunggu", "F3")
    assert ruang.keadaan(BUDI) == ("selaras", None)


def test_a_part_withdraws_nothing_outside_it(desa: Ruang) -> None:
    d = Desa("2025-01-08")
    desa.baca(sebagian(d, [skp_ek(BUDI), skp_ek(WATI)], "SKP", SATU.nama), berkas="Laporan SKP.csv")  # type: ignore[arg-type]
    desa.olah()
    gone = desa.semua("SELECT a.nama FROM record r JOIN akun a ON a.id = r.akun_id WHERE r.gone_batch IS NOT NULL")
    assert gone == [("SARI KEPALA",)]
    assert desa.keadaan(DEWI) == ("selaras", None)


def test_a_part_under_the_name_of_the_whole_leaves_the_whole_in_force(desa: Ruang) -> None:
    tanpa = Desa("2025-01-07")
    tanpa.tanpa_ekinerja(DEWI)
    desa.kerjakan(tanpa, "laporan-skp")
    assert desa.keadaan(DEWI) == ("siap", "S7")
    rows = [row for row in Desa().laporan_skp if row["skp_unor"] == SATU.nama]
    desa.baca(tabel("laporan-skp.csv", rows, judul("SKP", "2025-01-08", SATU.nama)))
    desa.olah()
    assert desa.keadaan(DEWI) == ("siap", "S7")


def test_a_mended_file_clears_its_rejects(ruang: Ruang) -> None:
    rusak = Desa()
    rusak.nilai(BUDI, "4")["predikat"] = "Amat Baik"
    ruang.kerjakan(rusak)
    assert ("R4", BUDI.nip) in ruang.temuan()
    ruang.kerjakan(Desa("2025-01-07"), "penilaian")
    assert ruang.temuan() == set()
    assert ruang.keadaan(BUDI, "4") == ("selaras", None)
    assert ruang.rekap().seimbang is True


def test_a_mended_part_clears_the_reject_of_the_whole(ruang: Ruang) -> None:
    rusak = Desa()
    rusak.nilai(BUDI, "4")["predikat"] = "Amat Baik"
    ruang.kerjakan(rusak)
    ruang.baca(tabel("perbaikan Budi.csv", [nilai(BUDI, "4")]))
    ruang.olah()
    assert ruang.temuan() == set()


def test_rows_of_the_year_before_are_recorded_and_not_judged(ruang: Ruang) -> None:
    d = Desa()
    d.pmm["penilaian"] += [row | {"tahun": "2023", "skp_id": "lama"} for row in d.pmm["penilaian"][:3]]
    ruang.kerjakan(d)
    assert ruang.temuan() == set()
    assert ruang.angka("SELECT count(*) FROM entry WHERE tahun <> 2024") == 0
    assert ruang.rekap().seimbang is True


def test_slots_are_told_apart(ruang: Ruang) -> None:
    ruang.kerjakan(Desa())
    slots = ruang.semua("SELECT DISTINCT slot FROM entry WHERE kind = 3 ORDER BY 1")
    assert [slot for (slot,) in slots] == sorted(SLOT.values())


def test_outside_rows_count_but_are_no_records(ruang: Ruang) -> None:
    d = Desa()
    d.siasn.append(
        d.siasn[0] | {"nip_baru": EKO.nip[:-1] + "9", "jabatan_nama": "Perawat", "unor_induk_nama": "DINAS KESEHATAN"}
    )
    done = ruang.kerjakan(d)
    assert sum(item.counts.outside for item in done) == 1
    assert ruang.temuan() == set()
    assert nilai_ek(EKO, "1")["nip"] == EKO.nip
