"""An employee, his superior and the admin in the browser: the buttons and everything that refuses them."""

from __future__ import annotations

from uuid import uuid4

import pytest

from jobs.desa import BUDI, DEWI, EKO, SARI, SATU, TONO, WATI, Orang
from portal.conftest import kirim
from portal.ekinerja.conftest import Rumah
from selaras.accounts.roles import Jenis

SKP, ROTASI = "/e-kinerja/sinkron/", "/e-kinerja/sinkron-rotasi/"
SETAHUN = {"awal": "2024-01-01", "akhir": "2024-12-31"}
TERKUNCI = "Laporan akhir sudah final dan terkunci."


def tekan(rumah: Rumah, o: Orang, path: str = SKP) -> str:
    """Press a sync button with the right range and give the page that follows."""
    with rumah.sebagai(o) as client:
        return kirim(client, path, **SETAHUN).text


def banyak(rumah: Rumah, o: Orang, table: str = "ek_skp") -> int:
    return rumah.angka(
        f"SELECT count(*) FROM {table} t JOIN ek_skp s ON s.id = {'t.id' if table == 'ek_skp' else 't.skp_id'} "
        "JOIN ek_pegawai g ON g.id = s.pegawai_id WHERE g.nip = %s AND t.ditarik IS NULL",
        o.nip,
    )


def test_a_teacher_is_told_that_the_head_comes_first(rumah: Rumah) -> None:
    page = tekan(rumah, DEWI)
    assert "Data SKP Organisasi belum dibuat oleh atasan" in page
    assert "Kepala sekolah harus sinkron lebih dulu" in page
    assert banyak(rumah, DEWI) == 0


@pytest.mark.parametrize(
    ("awal", "akhir", "kata"),
    [
        ("2024-07-01", "2024-12-31", "sebagian triwulan tidak terbaca"),
        ("2025-01-01", "2025-12-31", "Tahunnya 2025"),
        ("", "2024-12-31", "belum diisi"),
        ("kemarin", "'; DROP", "tanggal"),
    ],
)
def test_a_wrong_range_is_explained_beside_the_field_and_nothing_is_written(
    rumah: Rumah, awal: str, akhir: str, kata: str
) -> None:
    before = rumah.angka("SELECT count(*) FROM ek_log")
    with rumah.sebagai(TONO) as client:
        answer = kirim(client, SKP, awal=awal, akhir=akhir)
    assert answer.status_code == 422
    assert kata in answer.text.lower() or kata in answer.text
    assert not awal or f'value="{awal}"' in answer.text
    assert rumah.angka("SELECT count(*) FROM ek_log") == before


def test_after_the_head_the_teachers_follow_and_a_second_press_changes_nothing(rumah: Rumah) -> None:
    for o in (TONO, SARI, DEWI, BUDI):
        assert "Berhasil Melakukan Sinkron dengan Data" in tekan(rumah, o), o.nama
    before = rumah.satu("SELECT array_agg(to_jsonb(s) ORDER BY s.id) FROM ek_skp s")
    page = tekan(rumah, DEWI)
    assert "Tidak ada data baru di PMM / Ruang GTK" in page
    assert rumah.satu("SELECT array_agg(to_jsonb(s) ORDER BY s.id) FROM ek_skp s") == before
    assert rumah.angka("SELECT count(*) FROM ek_rhk WHERE skp_id = %s AND ditarik IS NULL", rumah.skp(DEWI)) == 2


def test_a_plan_that_is_not_agreed_is_refused_and_the_refusal_stands_in_the_log(rumah: Rumah) -> None:
    page = tekan(rumah, WATI)
    assert "Pegawai belum membuat SKP di PMM" in page
    assert "SKP belum Disepakati" in page
    logged = rumah.satu("SELECT kode, hasil, jenis FROM ek_log WHERE nip = %s ORDER BY id DESC LIMIT 1", WATI.nip)
    assert logged == ("E02", "ditolak", "skp")


def test_whoever_moved_gets_one_skp_for_each_school_and_only_by_rotation(rumah: Rumah) -> None:
    with rumah.sebagai(EKO) as client:
        plain = kirim(client, SKP, **SETAHUN)
        assert plain.status_code == 422
        assert "Sinkron SKP dengan Rotasi" in plain.text
        shown = client.get(ROTASI).text
        assert SATU.nama in shown
        assert EKO.sekolah.nama in shown
        assert "Berhasil" in kirim(client, ROTASI, **SETAHUN).text
    assert banyak(rumah, EKO) == 2
    assert rumah.skp(EKO, SATU.npsn) != rumah.skp(EKO)


def test_ratings_come_over_once_each_where_they_belong(rumah: Rumah) -> None:
    with rumah.sebagai(DEWI) as client:
        path = f"/e-kinerja/skp/{rumah.skp(DEWI)}/penilaian/"
        assert "Berhasil" in kirim(client, path).text
        assert "Tidak ada data baru" in kirim(client, path).text
    with rumah.sebagai(EKO) as client:
        assert "Berhasil" in kirim(client, f"/e-kinerja/skp/{rumah.skp(EKO)}/penilaian/").text
    assert (banyak(rumah, DEWI, "ek_penilaian"), banyak(rumah, EKO, "ek_penilaian")) == (5, 5)
    first = "SELECT array_agg(slot ORDER BY slot) FROM ek_penilaian WHERE skp_id = %s AND ditarik IS NULL"
    assert rumah.satu(first, rumah.skp(EKO, SATU.npsn)) == ([201, 202],)


def test_the_rating_button_is_gone_while_a_period_is_missing(rumah: Rumah) -> None:
    rumah.db.execute("UPDATE ek_periode SET tahun = 2023 WHERE slot = 203")
    rumah.db.commit()
    path = f"/e-kinerja/skp/{rumah.skp(BUDI)}/penilaian/"
    with rumah.sebagai(BUDI, Jenis.GURU) as client:
        page = client.get(path).text
        assert "belum lengkap di Manajemen Periode" in page
        assert "Sinkro Penilaian PMM" not in page
        forged = kirim(client, path, dari="/e-kinerja/profil/").text
    assert "Periode ini belum dibuat di Manajemen Periode." in forged
    rumah.db.execute("UPDATE ek_periode SET tahun = 2024 WHERE slot = 203")
    rumah.db.commit()
    assert banyak(rumah, BUDI, "ek_penilaian") == 0


def test_nobody_opens_or_presses_on_the_skp_of_somebody_else(rumah: Rumah) -> None:
    theirs = rumah.skp(BUDI)
    paths = ["", "penilaian/", "dokumen/400/", "dokumen/400/pdf/"]
    with rumah.sebagai(DEWI) as client:
        for rest in paths:
            answer = client.get(f"/e-kinerja/skp/{theirs}/{rest}")
            assert answer.status_code == 404
            assert BUDI.nama.upper() not in answer.text
        for rest in ("", "penilaian/", "putusan/", "kunci/", "dokumen/400/"):
            answer = kirim(client, f"/e-kinerja/skp/{theirs}/{rest}", dari="/e-kinerja/profil/", aksi="setujui")
            assert answer.status_code in (403, 404)
        assert client.get(f"/e-kinerja/skp/{uuid4()}/").status_code == 404
        assert client.get("/e-kinerja/skp/1/").status_code == 404
    with rumah.sebagai(TONO, Jenis.KEPALA) as client:
        assert client.get(f"/e-kinerja/skp/{theirs}/").status_code == 404
        assert BUDI.nama.upper() not in client.get("/e-kinerja/bawahan/").text
        assert DEWI.nama.upper() in client.get("/e-kinerja/bawahan/").text


def test_the_head_agrees_to_what_was_handed_in_or_gives_it_back(rumah: Rumah) -> None:
    skp = rumah.skp(DEWI)
    for aksi, status in (("kembalikan", "draft"), ("setujui", "persetujuan")):
        rumah.db.execute("UPDATE ek_skp SET status = 'diajukan' WHERE id = %s", (skp,))
        rumah.db.commit()
        with rumah.sebagai(TONO, Jenis.KEPALA) as client:
            assert "menunggu putusan" in client.get(f"/e-kinerja/skp/{skp}/").text
            assert (
                kirim(client, f"/e-kinerja/skp/{skp}/putusan/", dari="/e-kinerja/bawahan/", aksi=aksi).status_code
                == 200
            )
            again = kirim(client, f"/e-kinerja/skp/{skp}/putusan/", dari="/e-kinerja/bawahan/", aksi=aksi).text
        assert "Status SKP ini" in again
        assert rumah.satu("SELECT status FROM ek_skp WHERE id = %s", skp) == (status,)
    with rumah.sebagai(TONO, Jenis.GURU) as client:
        assert client.get("/e-kinerja/bawahan/").status_code == 403
        assert client.get(f"/e-kinerja/skp/{skp}/").status_code == 404


def test_realisasi_and_evidence_are_kept_and_nonsense_is_refused_beside_the_field(rumah: Rumah) -> None:
    skp = rumah.skp(DEWI)
    row = rumah.satu("SELECT r.id FROM ek_rhk r WHERE skp_id = %s ORDER BY urut LIMIT 1", skp)
    tw1 = rumah.satu("SELECT id FROM ek_periode WHERE slot = 201")
    assert row
    assert tw1
    good = {"rhk": str(row[0]), "periode": str(tw1[0]), "realisasi": "Sudah dilakukan <b>dua</b> kali"}
    with rumah.sebagai(DEWI) as client:
        path = f"/e-kinerja/skp/{skp}/"
        page = kirim(client, path, **good, judul="Foto", tautan="https://contoh.id/f").text
        assert "Sudah dilakukan &lt;b&gt;dua&lt;/b&gt; kali" in page
        assert "https://contoh.id/f" in page
        for bad in (
            {"tautan": "javascript:alert(1)", "judul": "x"},
            {"tautan": "https://contoh.id/x", "judul": ""},
            {"rhk": "999999"},
            {"periode": str(uuid4())},
            {"realisasi": ""},
        ):
            answer = kirim(client, path, **(good | {"realisasi": "Ketikan"} | bad))
            assert answer.status_code == 422, bad


def test_a_document_is_made_shown_and_printed_and_a_lock_stops_every_button(rumah: Rumah) -> None:
    skp = rumah.skp(DEWI)
    with rumah.sebagai(DEWI) as client:
        assert client.get(f"/e-kinerja/skp/{skp}/dokumen/400/").status_code == 404
        page = kirim(client, f"/e-kinerja/skp/{skp}/dokumen/400/", dari=f"/e-kinerja/skp/{skp}/penilaian/").text
        assert "Predikat kinerja" in page
        pdf = client.get(f"/e-kinerja/skp/{skp}/dokumen/400/pdf/")
        assert pdf.content.startswith(b"%PDF")
        assert DEWI.nip not in pdf.headers["Content-Disposition"]
        for slot in (999, 302, 99999999):
            assert client.get(f"/e-kinerja/skp/{skp}/dokumen/{slot}/").status_code == 404
        assert kirim(client, f"/e-kinerja/skp/{skp}/kunci/", dari="/e-kinerja/profil/").status_code == 403
    with rumah.sebagai(TONO, Jenis.KEPALA) as client:
        assert "terkunci" in kirim(client, f"/e-kinerja/skp/{skp}/kunci/", dari=f"/e-kinerja/skp/{skp}/penilaian/").text
        again = kirim(client, f"/e-kinerja/skp/{skp}/kunci/", dari="/e-kinerja/profil/").text
    assert TERKUNCI in again
    assert TERKUNCI in tekan(rumah, DEWI)
    with rumah.sebagai(DEWI) as client:
        assert TERKUNCI in kirim(client, f"/e-kinerja/skp/{skp}/penilaian/").text
    with rumah.sebagai(BUDI, Jenis.ADMIN_INSTANSI) as client:
        row = rumah.satu("SELECT id FROM ek_pegawai WHERE nip = %s", DEWI.nip)
        assert row
        path = f"/e-kinerja/admin/pegawai/{row[0]}/"
        assert kirim(client, path, oleh="", alasan="").status_code == 422
        assert kirim(client, path, oleh=BUDI.nama, alasan="Salah").status_code == 422, "somebody else has to ask"
        assert "dibuka kembali" in kirim(client, path, oleh="Tono", alasan="Nilai keliru").text


def test_sinkronisasi_asn_takes_over_what_siasn_says(rumah: Rumah) -> None:
    rumah.db.execute("UPDATE ek_pegawai SET atasan_nip = NULL, jabatan = 'Lama' WHERE nip = %s", (DEWI.nip,))
    rumah.db.commit()
    with rumah.sebagai(DEWI) as client:
        page = kirim(client, "/e-kinerja/profil/").text
    assert "Profil sudah sama dengan SIASN" in page
    assert TONO.nama.upper() in page
    assert rumah.satu("SELECT jabatan, atasan_nip FROM ek_pegawai WHERE nip = %s", DEWI.nip) == (DEWI.jabatan, TONO.nip)


def test_without_an_account_in_pmm_the_buttons_are_not_there(rumah: Rumah) -> None:
    with rumah.sebagai(WATI) as client:
        assert 'href="/e-kinerja/sinkron/"' in client.get("/e-kinerja/").text
        for change, words in (
            ("UPDATE pm_pegawai SET aktif = false WHERE nip = %s", "Tombol sinkron tidak muncul"),
            (
                "UPDATE instansi SET pengaturan = pengaturan - 'pmm' WHERE %s <> ''",
                "memakai PMM / Ruang GTK yang sebenarnya",
            ),
        ):
            rumah.db.execute(change.encode(), (WATI.nip,))
            rumah.db.commit()
            page = client.get("/e-kinerja/").text
            assert words in page
            assert 'href="/e-kinerja/sinkron/"' not in page
    rumah.db.execute('UPDATE instansi SET pengaturan = pengaturan || \'{"pmm": "bawaan"}\'')
    rumah.db.commit()


def test_where_the_instansi_has_another_ekinerja_the_page_says_where_and_what_to_press(rumah: Rumah) -> None:
    rumah.db.execute("UPDATE instansi SET target = 'ekinerja_bkn', hanya_baca = true")
    rumah.db.commit()
    with rumah.sebagai(DEWI) as client:
        page = client.get("/e-kinerja/")
        assert page.status_code == 200
        assert "e-Kinerja BKN yang sebenarnya" in page.text
        assert "Sinkronisasi ASN" in page.text
        assert kirim(client, SKP, dari="/", **SETAHUN).status_code == 404
        assert client.get(f"/e-kinerja/skp/{uuid4()}/").status_code == 200, "nothing is looked up"
    rumah.db.execute("UPDATE instansi SET target = 'ekinerja_builtin', hanya_baca = false")
    rumah.db.commit()
