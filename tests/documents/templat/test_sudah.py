"""What is already known is carried, shown or hidden, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from documents.alat import teks_semua, xml
from documents.templat.pemeran import SARI, isi, isikan, orang, rekam, sel_baris, tabel, tulis_di
from selaras.connectors.pmm_interchange.records import not_filled
from selaras.connectors.ports import Reject, SkpStatus
from selaras.documents.templat import isian_penilaian, isian_skp
from selaras.galat import Stop


def test_it_carries_what_is_known_and_gives_it_back(tmp_path: Path) -> None:
    sudah = {
        "201": isian_penilaian(hasil=2, perilaku=1, predikat=5, status=3),  # not what the matrix says: carried
        "400": {"hasil_kerja": "DI BAWAH EXPEKTASI", "predikat": "cukup", "status": "Draft"},
        "skp": isian_skp(status=4, mulai="2024-02-01", selesai="2024-12-30"),
    }
    path = tulis_di(tmp_path, isi(orang(sudah=sudah)))
    nilai = {r.slot: (r.hasil, r.perilaku, r.predikat, r.status) for r in rekam(path, "penilaian")}
    assert nilai == {201: (2, 1, 5, 3), 400: (3, None, 3, 1)}  # 202: nobody has said anything
    (skp,) = rekam(path, "skp")
    assert (skp.status, skp.mulai, skp.selesai) == (SkpStatus.DISEPAKATI, "2024-02-01", "2024-12-30")
    assert {"Dibawah Ekspektasi", "Butuh Perbaikan"} <= set(teks_semua(path).splitlines())


def test_it_carries_hidden_what_it_does_not_show_so_that_an_import_loses_and_doubles_nothing(tmp_path: Path) -> None:
    sudah = {
        "201": {"skp_id": "S-1", "umpan_balik": "Baris satu\nBaris dua", "nip_penilai": SARI, "status": "draf"},
        "202": {"status": "draf", "umpan_balik": "Tanpa nomor SKP."},
        "skp": {"skp_id": "S-1", "tanggal_disepakati": "2024-01-20", "status": "disepakati"},
        "pegawai": {"nuptk": "1234567890123999", "nama": "diabaikan"},
    }
    path = tulis_di(tmp_path, isi(orang(sudah=sudah, induk={202: "S-9", 400: "S-1"})))
    tw1, tw2, setahun = rekam(isikan(path, 4, G6="Baik"), "penilaian")
    assert orjson.loads(tw1.rest or "") == {"skp_id": "S-1", "umpan_balik": "Baris satu\nBaris dua"}
    assert tw1.penilai_nip == SARI
    # a new rating belongs to the known SKP, as long as an open row that names it still says nothing
    assert (tw1.native == setahun.native) is not_filled("penilaian", {"skp_id": "S-1", "status": "draf"})
    assert tw1.native != tw2.native  # a known one keeps the key it was stored under
    assert rekam(path, "skp")[0].tanggal == "2024-01-20"
    assert orjson.loads(rekam(path, "pegawai")[0].rest or "")["nuptk"] == "1234567890123999"
    assert 'hidden="1"' in xml(path)["xl/worksheets/sheet4.xml"]
    assert 'hidden="1"' not in xml(tulis_di(tmp_path / "lain", isi(orang())))["xl/worksheets/sheet4.xml"]


def test_it_says_nothing_while_an_open_row_of_a_known_skp_is_not_filled_in(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(induk={201: "S-1", 400: "S-1"})))
    assert len(sel_baris(path, "penilaian")) == 3
    assert tabel(path, "penilaian") == []


def test_it_keeps_two_skp_and_two_ratings_of_one_period_apart(tmp_path: Path) -> None:
    guru = {"skp_id": "S-1", "status": "Disepakati", "periode_akhir": "2024-06-30"}
    kepala = {"skp_id": "S-2", "status": "Diajukan", "periode_awal": "2024-07-01"}
    plt = {"skp_id": "S-3", "status": "Disepakati", "plt": "1"}
    dua = [("202", isian_penilaian(hasil=2, status=1) | {"skp_id": satu}) for satu in ("S-1", "S-3")]
    path = tulis_di(tmp_path, isi(orang(sudah=[("skp", guru), ("skp", kepala), ("skp", plt), *dua])))
    assert [(r.mulai, r.selesai, r.plt) for r in rekam(path, "skp")] == [
        ("2024-01-01", "2024-06-30", False), ("2024-07-01", "2024-12-31", False), ("2024-01-01", "2024-12-31", True),
    ]  # fmt: skip
    assert len({r.native for r in rekam(path, "penilaian")}) == 2
    hanya_plt = tulis_di(tmp_path / "plt", isi(orang(sudah=[("skp", plt)])))
    assert [b["status"] for b in sel_baris(hanya_plt, "skp")] == ["Disepakati", ""]  # his own may still come


def test_it_offers_no_row_for_a_period_that_is_not_owed_here_and_keeps_known_ones_beyond_the_list(
    tmp_path: Path,
) -> None:
    p = orang(sudah={"301": isian_penilaian(hasil=2, status=1)}, lewati=frozenset({201, 202}))
    path = tulis_di(tmp_path, isi(p))
    periode = [(b["tipe_periodik"], b["angka_periodik"]) for b in sel_baris(path, "penilaian")]
    assert periode == [("semester", "1"), ("tahunan", "")]


def test_it_shows_an_unknown_spelling_to_the_importer_instead_of_repairing_it(tmp_path: Path) -> None:
    sudah = {"201": {"predikat": "Amat Baik", "status": "entah"}, "skp": {"periode_awal": "awal tahun", "status": "?"}}
    path = tulis_di(tmp_path, isi(orang(sudah=sudah), slots=(201,)))
    (nilai,), (skp,) = tabel(path, "penilaian"), tabel(path, "skp")
    assert isinstance(nilai, Reject)
    assert isinstance(skp, Reject)
    assert (nilai.raw["predikat"], nilai.raw["status"], skp.raw["periode_awal"]) == ("Amat Baik", "entah", "awal tahun")


def test_it_refuses_a_column_that_the_format_does_not_have(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="hasil"):
        tulis_di(tmp_path, isi(orang(sudah={"201": {"hasil": "Baik"}})))
