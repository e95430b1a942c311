"""The built-in PMM in the browser: a teacher's and a head's year, step by step, and everybody who may not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from uuid import uuid4

import httpx
import pytest

from jobs.desa import BUDI, DEWI, EKO, SARI, TONO, WARGA, WATI, Orang
from portal.conftest import Situs, kirim
from portal.gtk.desa_pmm import TAHUN, akun_of, skp_of
from selaras.accounts.roles import Jenis
from selaras.pmm import services

PERILAKU = {f"perilaku_{n}": "1" for n in range(1, 8)}
RHK = {"rhk-TOTAL_FORMS": "1", "rhk-INITIAL_FORMS": "0", "rhk-0-rhk": "Kelas yang tertib", "rhk-0-bagian": "utama"}
LENGKAP = {"indikator": "2", "fokus": "Kesepakatan kelas", **PERILAKU, **RHK}


class Klien:
    """Signed-in browsers, opened at first use."""

    def __init__(self, situs: Situs, stack: ExitStack) -> None:
        self.situs, self.stack, self.found = situs, stack, dict[str, httpx.Client]()

    def __call__(self, o: Orang, jenis: Jenis | None = None) -> httpx.Client:
        wanted = jenis or (Jenis.KEPALA if o.kepala else Jenis.GURU)
        key = f"{o.nomor}-{wanted}"
        if key not in self.found:
            client = self.stack.enter_context(closing(self.situs.masuk(o)))
            for choice in re.findall(r'name="peran" value="([^"]+)"', client.get("/gtk/").text):
                if choice.startswith(f"{wanted}:"):
                    kirim(client, "/peran/", dari="/gtk/", peran=choice)
            self.found[key] = client
        return self.found[key]


@pytest.fixture(scope="module")
def klien(gtk: Situs) -> Iterator[Klien]:
    with ExitStack() as stack:
        yield Klien(gtk, stack)


def satu(situs: Situs, query: str, *params: object) -> object:
    row = situs.db.execute(query.encode(), params).fetchone()
    return row[0] if row else None


def bidang(skp: str, **values: str) -> dict[str, str]:
    return {f"n-{skp}-{name}": value for name, value in values.items()}


# Whoever may not ---------------------------------------------------------------------------------------------------

OWN = ("/gtk/saya/", "/gtk/kegiatan/")
RATING = ("/gtk/guru/", "/gtk/nilai/", "/gtk/kirim/")


@pytest.mark.parametrize("path", ["/gtk/", *OWN, *RATING])
def test_nobody_of_another_school_shines_through_and_no_number_is_whole(klien: Klien, path: str) -> None:
    for who in (BUDI, SARI):
        answer = klien(who).get(path)
        assert answer.status_code == (403 if path in RATING and who is BUDI else 200)
        strangers = [o for o in WARGA if (o.sekolah is not who.sekolah if who.kepala else o not in (who, SARI))]
        assert not [o.nama for o in strangers if o.nama in answer.text]
        assert not re.findall(r"(?<![\w-])\d{16,18}(?![\w-])", answer.text)
        assert not [o for o in WARGA if o.nip in answer.text]


PLACES = ("skp", "observasi", "periksa", "tarik")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("whose", [DEWI, EKO, TONO])
def test_plans_of_another_school_are_not_there(klien: Klien, place: str, whose: Orang) -> None:
    for who in (BUDI, SARI):
        answer = klien(who).get(f"/gtk/{place}/{skp_of(whose)}/")
        assert answer.status_code == 404
        assert whose.nama not in answer.text


@pytest.mark.parametrize("place", PLACES)
def test_an_id_that_was_made_up_leads_nowhere(klien: Klien, place: str) -> None:
    for name in (str(uuid4()), "1", "abc", "%00"):
        assert klien(SARI).get(f"/gtk/{place}/{name}/").status_code in (400, 404)


def test_a_forged_form_about_somebody_else_changes_nothing(gtk: Situs, klien: Klien) -> None:
    before = gtk.db.execute("SELECT id, status, urut FROM pm_skp ORDER BY id").fetchall()
    for who, path, fields in (
        (BUDI, f"/gtk/periksa/{skp_of(EKO)}/", {"aksi": "sepakati"}),
        (SARI, f"/gtk/periksa/{skp_of(EKO)}/", {"aksi": "sepakati"}),
        (SARI, f"/gtk/periksa/{skp_of(SARI)}/", {"aksi": "sepakati"}),
        (BUDI, f"/gtk/skp/{skp_of(WATI)}/", {"aksi": "ajukan", **LENGKAP}),
        (SARI, f"/gtk/tarik/{skp_of(DEWI)}/", {"alasan": "x"}),
        (SARI, f"/gtk/tarik/{skp_of(SARI)}/", {"alasan": "x"}),
        (BUDI, f"/gtk/kegiatan/{uuid4()}/tarik/", {}),
    ):
        assert kirim(klien(who), path, dari="/gtk/", **fields).status_code == 404
    forged = bidang(skp_of(DEWI), hasil="1", perilaku="1", predikat="1") | bidang(
        skp_of(SARI), hasil="1", perilaku="1", predikat="1"
    )
    kirim(klien(SARI), "/gtk/nilai/", dari="/gtk/", **forged)
    assert gtk.db.execute("SELECT id, status, urut FROM pm_skp ORDER BY id").fetchall() == before
    assert satu(gtk, "SELECT hasil FROM pm_penilaian WHERE skp_id = %s AND slot = 400", skp_of(SARI)) == 2


def test_the_school_form_is_not_needed_where_the_pmm_is_here(klien: Klien) -> None:
    answer = klien(SARI).get("/gtk/isian-cepat/")
    assert answer.url.path == "/gtk/"
    assert "tidak perlu" in answer.text


# A plan, from draft to agreed --------------------------------------------------------------------------------------


def test_a_plan_goes_from_draft_back_and_forth_to_agreed(gtk: Situs, klien: Klien) -> None:
    path, mine = f"/gtk/skp/{skp_of(WATI)}/", klien(WATI)
    half = kirim(mine, path, aksi="ajukan", **RHK, fokus="Kesepakatan kelas", perilaku_1="2")
    assert half.status_code == 422
    assert "belum lengkap" in half.text
    assert 'value="Kelas yang tertib"' in half.text
    assert "Kesepakatan kelas" in half.text
    assert "disimpan sebagai draf" in kirim(mine, path, aksi="simpan", **LENGKAP).text
    assert "diajukan" in kirim(mine, path, aksi="ajukan", **LENGKAP).text
    again = kirim(mine, path, dari="/gtk/saya/", aksi="ajukan", **LENGKAP)
    assert "tidak dapat diubah" in again.text
    assert satu(gtk, "SELECT count(*) FROM pm_riwayat WHERE skp_id = %s AND apa = 'diajukan'", skp_of(WATI)) == 1

    check = f"/gtk/periksa/{skp_of(WATI)}/"
    assert "Kelas yang tertib" in klien(SARI).get(check).text
    without = kirim(klien(SARI), check, aksi="kembalikan", alasan="  ", ekspektasi_1="Tepat waktu")
    assert without.status_code == 422
    assert "Alasan wajib diisi" in without.text
    assert 'value="Tepat waktu"' in without.text
    assert "dikembalikan" in kirim(klien(SARI), check, aksi="kembalikan", alasan="RHK belum terukur").text
    assert "RHK belum terukur" in mine.get("/gtk/saya/").text
    assert "RHK belum terukur" in mine.get(path).text

    kirim(mine, path, aksi="ajukan", **LENGKAP)
    assert "disepakati" in kirim(klien(SARI), check, aksi="sepakati", ekspektasi_1="Tepat waktu").text
    assert "tidak ada yang diubah" in kirim(klien(SARI), check, dari="/gtk/", aksi="kembalikan", alasan="x").text
    assert "Tepat waktu" in mine.get(path).text
    assert satu(gtk, "SELECT status FROM pm_skp WHERE id = %s", skp_of(WATI)) == 4


def test_a_plan_of_another_year_is_begun_once(gtk: Situs, klien: Klien) -> None:
    kirim(klien(DEWI), "/gtk/periode/", dari="/gtk/", periode="2025-400", lanjut="/gtk/saya/")
    assert "Belum ada SKP tahun ini" in klien(DEWI).get("/gtk/saya/").text
    begun = kirim(klien(DEWI), "/gtk/skp/", dari="/gtk/saya/", slot="400", periode="2025-400")
    assert "Ajukan ke atasan" in begun.text
    again = kirim(klien(DEWI), "/gtk/skp/", dari="/gtk/", slot="400", periode="2025-400")
    assert "Sudah ada SKP lain" in again.text
    kirim(klien(DEWI), "/gtk/periode/", dari="/gtk/", periode="2024-400")
    assert satu(gtk, "SELECT count(*) FROM pm_skp WHERE pegawai_id = %s AND tahun = 2025", akun_of(DEWI)) == 1


HOSTILE = ("\x00", "9" * 40, "-1", "'; DROP TABLE pm_skp; --", "<script>alert(1)</script>", "x" * 5000)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_form_breaks_on_what_was_typed(klien: Klien, text: str) -> None:
    eko = klien(EKO)
    for client, path, fields in (
        (eko, "/gtk/kegiatan/", dict.fromkeys(("jenis", "judul", "mulai", "jam", "tautan"), text)),
        (eko, "/gtk/skp/", {"slot": text, "periode": text}),
        (klien(TONO), f"/gtk/periksa/{skp_of(EKO)}/", {"aksi": "kembalikan", "alasan": text * 3}),
        (klien(TONO), "/gtk/nilai/", bidang(skp_of(DEWI), hasil=text, perilaku=text, predikat=text)),
        (eko, f"/gtk/dibaca/{skp_of(EKO)}/", {"slot": text}),
        (eko, "/gtk/periode/", {"periode": text, "lanjut": f"//{text}"}),
    ):
        answer = kirim(client, path, dari="/gtk/", **fields)
        assert answer.status_code in (200, 404, 422), (path, answer.status_code)
        assert "<script>alert" not in answer.text
    assert eko.get("/gtk/saya/").status_code == 200


def test_a_form_without_its_own_numbers_is_refused_and_not_broken(klien: Klien) -> None:
    plan = klien(BUDI).get(f"/gtk/skp/{skp_of(BUDI)}/")
    assert "Ajukan ke atasan" not in plan.text, "an agreed plan is not open"
    for total in ("", "-1", "99999999", "x"):
        answer = kirim(
            klien(EKO), f"/gtk/skp/{skp_of(EKO)}/", dari="/gtk/", **{"rhk-TOTAL_FORMS": total, "aksi": "tambah"}
        )
        assert answer.status_code in (200, 422)


# Activities --------------------------------------------------------------------------------------------------------


def test_an_activity_is_recorded_once_however_often_the_form_is_sent_and_can_be_taken_back(
    gtk: Situs, klien: Klien
) -> None:
    said = {
        "jenis": "praktik_baik",
        "judul": "Berbagi di KKG",
        "mulai": "2024-09-01",
        "tautan": "https://contoh.test/a",
    }
    for _ in range(2):
        assert "Berbagi di KKG" in kirim(klien(BUDI), "/gtk/kegiatan/", **said).text
    found = gtk.db.execute("SELECT id FROM pm_kegiatan WHERE judul = 'Berbagi di KKG'").fetchall()
    assert len(found) == 1
    path = f"/gtk/kegiatan/{found[0][0]}/tarik/"
    assert kirim(klien(WATI), path, dari="/gtk/kegiatan/").status_code == 404
    assert "ditarik" in kirim(klien(BUDI), path, dari="/gtk/kegiatan/").text
    assert "Berbagi di KKG" not in klien(BUDI).get("/gtk/kegiatan/").text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("judul", "", "aria-invalid"),
        ("mulai", "2025-02-01", "sesudah dimulai"),
        ("mulai", "31/02/2024", "aria-invalid"),
        ("selesai", "2024-01-01", "mendahului"),
        ("tautan", "javascript:alert(1)", "https://"),
        ("jam", "-3", "aria-invalid"),
        ("jenis", "rapat", "aria-invalid"),
    ],
)
def test_an_activity_that_can_not_be_is_refused_beside_its_field(
    klien: Klien, field: str, value: str, sentence: str
) -> None:
    said = {"jenis": "webinar", "judul": "Asesmen", "mulai": "2024-09-01"} | {field: value}
    answer = kirim(klien(BUDI), "/gtk/kegiatan/", **said)
    assert answer.status_code == 422
    assert sentence in answer.text
    if field != "judul":
        assert 'value="Asesmen"' in answer.text


def test_what_a_platform_reports_appears_by_itself_and_is_not_the_teachers_to_change(gtk: Situs, klien: Klien) -> None:
    row = {"id": "k-1", "nip": BUDI.nip, "jenis": "pelatihan_mandiri", "judul": "Topik Literasi",
           "tanggal_mulai": "2024-10-01"}  # fmt: skip
    services.kegiatan_otomatis(gtk.db, instansi=1, sumber="kursus-uji", kegiatan=[row])
    page = klien(BUDI).get("/gtk/kegiatan/").text
    line = page[page.index("Topik Literasi") :][:900]
    assert "Otomatis" in line
    assert "Tarik kegiatan Topik" not in page
    number = satu(gtk, "SELECT id FROM pm_kegiatan WHERE sumber_id = 'k-1'")
    assert "dicatat otomatis" in kirim(klien(BUDI), f"/gtk/kegiatan/{number}/tarik/", dari="/gtk/kegiatan/").text
    assert "Topik Literasi" in klien(SARI).get("/gtk/nilai/").text, "beside the form of the head"


# Observation -------------------------------------------------------------------------------------------------------


def test_an_observation_goes_through_its_phases_and_each_waits_for_whose_turn_it_is(gtk: Situs, klien: Klien) -> None:
    gtk.db.execute(
        "UPDATE pm_skp SET status = 4, disepakati = '2024-02-01', indikator = 2 WHERE id = %s AND status <> 4",
        (skp_of(WATI),),
    )
    path = f"/gtk/observasi/{skp_of(WATI)}/"
    said = {"tanggal": "2024-11-01", "isi": "Sudah disiapkan"}
    assert "bukan giliran" in kirim(klien(SARI), path, dari="/gtk/", fase="1", **said).text
    assert "tersimpan" in kirim(klien(WATI), path, fase="1", **said).text
    assert "bukan giliran" in kirim(klien(WATI), path, dari="/gtk/", fase="2", **said).text
    rubrik = {f"tingkat_{n}": "2" for n in (1, 2)}
    missing = kirim(klien(SARI), path, fase="2", **said, **rubrik)
    assert missing.status_code == 422
    assert "Sudah disiapkan" in missing.text
    assert "tersimpan" in kirim(klien(SARI), path, fase="2", **said, **rubrik, tingkat_3="3").text
    assert "Dilakukan dan efektif" in klien(WATI).get(path).text
    assert "sudah diisi" in kirim(klien(SARI), path, fase="2", **said, **rubrik, tingkat_3="1").text
    for who, fase in ((SARI, "3"), (WATI, "4"), (WATI, "5")):
        assert "tersimpan" in kirim(klien(who), path, fase=fase, **said).text
    assert "Kelima fase sudah lengkap" in klien(WATI).get(path).text


# Rating, setting, sending ------------------------------------------------------------------------------------------


def test_a_head_rates_confirms_sends_and_takes_back_with_proof_for_each(gtk: Situs, klien: Klien) -> None:
    sari, skp = klien(SARI), skp_of(BUDI)
    page = sari.get("/gtk/nilai/").text
    assert f"Webinar {BUDI.nama}" in page
    assert SARI.nama not in re.findall(r"<h2[^>]*>([^<]*)</h2>", page), "nobody rates himself"
    first = kirim(sari, "/gtk/nilai/", **bidang(skp, hasil="1", perilaku="2", umpan_balik="Pertahankan ritmenya"))
    assert "menurut matriks" in first.text
    assert 'value="Pertahankan ritmenya"' in first.text
    assert satu(gtk, "SELECT hasil FROM pm_penilaian WHERE skp_id = %s AND slot = 400", skp) is None
    wrong = kirim(sari, "/gtk/nilai/", **bidang(skp, hasil="1", perilaku="2", predikat="1"))
    assert wrong.status_code == 422
    assert "Predikat menurut matriks: Baik" in wrong.text
    said = bidang(skp, hasil="1", perilaku="2", predikat="2", umpan_balik="Pertahankan ritmenya")
    assert "1 penilaian tersimpan" in kirim(sari, "/gtk/nilai/", **said).text
    assert "Pertahankan ritmenya" not in klien(BUDI).get("/gtk/saya/").text, "not before it was sent"

    page = sari.get("/gtk/kirim/").text
    assert "Siap dikirim: 1 guru" in page
    sent = kirim(sari, "/gtk/kirim/", periode="2024-400")
    assert "dikirim ke 1 guru" in sent.text
    assert "Bukti kirim: 1 guru" in sent.text
    again = kirim(sari, "/gtk/kirim/", dari="/gtk/", periode="2024-400")
    assert "Tidak ada yang baru" in again.text
    assert satu(gtk, "SELECT count(*) FROM pm_kiriman WHERE pegawai_id = %s", akun_of(BUDI)) == 1

    mine = klien(BUDI).get("/gtk/saya/").text
    assert "Pertahankan ritmenya" in mine
    assert SARI.nama in mine
    assert "sudah membaca" in kirim(klien(BUDI), f"/gtk/dibaca/{skp}/", dari="/gtk/saya/", slot="400").text
    assert satu(gtk, "SELECT dibaca IS NOT NULL FROM pm_kiriman WHERE pegawai_id = %s", akun_of(BUDI)) is True

    assert kirim(sari, f"/gtk/tarik/{skp}/", alasan=" ", periode="2024-400").status_code == 422
    assert "draf lagi" in kirim(sari, f"/gtk/tarik/{skp}/", alasan="Salah pilih", periode="2024-400").text
    assert "Pertahankan ritmenya" not in klien(BUDI).get("/gtk/saya/").text
    assert satu(gtk, "SELECT alasan FROM pm_kiriman WHERE pegawai_id = %s", akun_of(BUDI)) == "Salah pilih"


def test_the_second_half_of_2024_is_a_period_of_its_own_and_who_is_left_out_is_told_why(
    gtk: Situs, klien: Klien
) -> None:
    tono = klien(TONO)
    kirim(tono, "/gtk/periode/", dari="/gtk/", periode=f"{TAHUN}-302", lanjut="/gtk/kirim/")
    page = tono.get("/gtk/kirim/").text
    assert "Juli - Desember 2024" in page
    assert "SKP belum disepakati" in page
    assert "Belum dinilai" in page
    said = bidang(skp_of(DEWI), hasil="2", perilaku="1", predikat="2") | {"periode": f"{TAHUN}-302"}
    kirim(tono, "/gtk/nilai/", **said)
    assert "dikirim ke 1 guru" in kirim(tono, "/gtk/kirim/", periode=f"{TAHUN}-302").text
    slots = gtk.db.execute("SELECT slot FROM pm_penilaian WHERE skp_id = %s AND status = 3", (skp_of(DEWI),))
    assert {row[0] for row in slots} == {302, 400}
    assert "Juli - Desember 2024" in klien(DEWI).get("/gtk/saya/").text


def test_a_period_that_was_chosen_elsewhere_meanwhile_changes_nothing_here(gtk: Situs, klien: Klien) -> None:
    tono = klien(TONO)
    kirim(tono, "/gtk/periode/", dari="/gtk/", periode=f"{TAHUN}-302", lanjut="https://lain.test/gtk/")
    before = satu(gtk, "SELECT count(*) FROM pm_kiriman")
    assert "Periksa daftar ini" in kirim(tono, "/gtk/kirim/", periode="2031-999").text
    assert satu(gtk, "SELECT count(*) FROM pm_kiriman") == before


# Acting heads, the dinas, and the others ---------------------------------------------------------------------------


def test_an_acting_head_rates_where_he_acts_and_not_himself(gtk: Situs, klien: Klien) -> None:
    services.tugas_simpan(
        gtk.db, instansi=1, pegawai_id=akun_of(WATI), npsn=TONO.sekolah.npsn, sebagai="plt", nomor_sk="800/7",
        mulai=dt.date(2024, 7, 1),
    )  # fmt: skip
    user = satu(gtk, "SELECT id FROM ac_pengguna WHERE orang_id = %s", gtk.orang(WATI))
    gtk.db.execute(
        "INSERT INTO ac_peran(id, pengguna_id, jenis, instansi_id, sekolah_id, sebagai, nomor_sk, mulai, diberi_oleh) "
        "VALUES (gen_random_uuid(), %s, 'kepala', 1, %s, 'plt', '800/7', '2024-07-01', 'uji')",
        (user, gtk.sekolah(TONO)),
    )
    plt = klien(WATI, Jenis.KEPALA)
    page = plt.get("/gtk/").text
    assert DEWI.nama in page
    assert EKO.nama in page
    assert BUDI.nama not in page
    assert plt.get(f"/gtk/periksa/{skp_of(EKO)}/").status_code == 200
    assert plt.get(f"/gtk/periksa/{skp_of(WATI)}/").status_code == 404
    assert plt.get(f"/gtk/periksa/{skp_of(BUDI)}/").status_code == 404


def test_the_dinas_rates_the_heads_and_only_them(gtk: Situs, klien: Klien) -> None:
    gtk.beri(EKO, Jenis.ADMIN_DINAS)
    dinas = klien(EKO, Jenis.ADMIN_DINAS)
    links = re.findall(r'href="(/gtk/guru/\?sekolah=[^"]+)"', dinas.get("/gtk/").text)
    assert len(links) == 2
    pages = [dinas.get(link).text for link in links]
    tables = [page[page.index("<table") : page.index("</table")] for page in pages]
    assert {SARI.nama in one or TONO.nama in one for one in tables} == {True}
    assert not [one for one in tables if BUDI.nama in one or DEWI.nama in one]
    assert dinas.get(f"/gtk/periksa/{skp_of(DEWI)}/").status_code == 404
    assert dinas.get(f"/gtk/periksa/{skp_of(TONO)}/").status_code == 200


def test_a_pengawas_and_an_operator_see_how_far_their_school_is(gtk: Situs, klien: Klien) -> None:
    for jenis in (Jenis.PENGAWAS, Jenis.OPERATOR):
        gtk.beri(BUDI, jenis)
        page = klien(BUDI, jenis).get("/gtk/")
        assert page.status_code == 200
        assert SARI.sekolah.nama in page.text
        assert TONO.sekolah.nama not in page.text
        assert ("Terkirim" in page.text) is (jenis is Jenis.PENGAWAS)
        assert klien(BUDI, jenis).get("/gtk/kirim/").status_code == 403
