"""What e-Kinerja refused shows as a finding with its own words, unless another finding explains it."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from jobs.desa import BUDI, SARI, TONO, Desa, log
from plan.bengkel import KINI, Bengkel
from selaras.review.services import Putusan

Buat = Callable[[Desa], Bengkel]
PESAN = "Periode ini belum dibuat di Manajemen Periode."


def ditolak(b: Bengkel, kode: str = "EK2", pesan: str = PESAN) -> None:
    """Let everything that was planned be refused, as apply would store it."""
    b.segel()
    b.db.execute(
        "UPDATE operation SET status = 7, jawaban = %s::jsonb, pada = %s",
        (orjson.dumps({"kode": kode, "pesan": pesan}).decode(), KINI),
    )
    b.db.execute("UPDATE entry e SET refused_of = o.source_core FROM operation o WHERE o.entry_id = e.id")
    b.db.execute("UPDATE plan SET ditutup = %s", [KINI])
    b.db.commit()
    b.ruang.olah()


def satu(bengkel: Buat, desa: Desa | None = None) -> Bengkel:
    desa = desa or Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    b = bengkel(desa)
    b.setujui()
    return b


def test_a_refusal_is_shown_with_the_words_of_e_kinerja(bengkel: Buat) -> None:
    b = satu(bengkel)
    ditolak(b)
    assert b.ruang.keadaan(BUDI, "4") == ("ditolak", "M5")
    (line,) = [k for k in b.ruang.kendala() if k.kode == "M5"]
    assert PESAN in line.sebab
    assert (line.nip, line.periode) == (BUDI.nip, ("TW4",))
    assert b.susun().plan is None
    assert b.ruang.rekap().seimbang is True


def test_it_ends_when_pmm_changes(bengkel: Buat) -> None:
    b = satu(bengkel)
    ditolak(b)
    later = Desa("2025-01-07")
    later.nilai(BUDI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                  predikat="Sangat Baik")  # fmt: skip
    b.ruang.kerjakan(later, "penilaian")
    assert b.ruang.keadaan(BUDI, "4") == ("menunggu", "M2")
    assert b.ruang.temuan() == set()


def test_a_block_explains_it(bengkel: Buat) -> None:
    b = satu(bengkel)
    ditolak(b, "E05", "Unor di PMM Belum Padan")
    later = Desa("2025-01-07")
    later.peta[0].update(npsn="")
    b.ruang.kerjakan(later, "peta")
    assert b.ruang.keadaan(BUDI, "4") == ("terblokir", "U1")
    assert "M5" not in {kode for kode, _ in b.ruang.temuan()}


def test_our_own_refusals_in_the_log_do_not_hold_the_person(bengkel: Buat) -> None:
    b = satu(bengkel)
    ditolak(b)
    later = Desa("2025-01-07")
    later.log += [log(BUDI, PESAN), log(TONO, PESAN)]
    later.tanpa_ekinerja(BUDI, "4")
    b.ruang.kerjakan(later, "log")
    assert b.ruang.kode(BUDI) == {"M5"}
    assert b.ruang.kode(TONO) == {"L0"}  # nobody sent anything for him


def test_a_refused_withdrawal_is_not_sent_over_and_over(bengkel: Buat) -> None:
    b = bengkel(Desa())
    b.db.execute(
        "UPDATE record r SET gone_batch = batch_id FROM akun a WHERE a.id = r.akun_id AND a.nip = %s AND r.side = 1 "
        "AND r.kind = 3 AND r.slot = 204",
        [BUDI.nip],
    )
    b.db.commit()
    b.ruang.kerjakan(Desa("2025-01-07"), "siasn")
    b.putuskan(Putusan.TARIK, *b.entri(BUDI, tw="4"))
    b.segel()
    b.db.execute(
        "UPDATE operation SET status = 7, jawaban = %s::jsonb, pada = %s",
        (orjson.dumps({"kode": "EK4", "pesan": "Laporan akhir sudah final dan terkunci."}).decode(),
         KINI.replace(hour=11)),
    )  # fmt: skip
    b.db.execute("UPDATE plan SET ditutup = %s", [KINI])
    b.db.commit()
    b.ruang.olah()
    assert b.ruang.keadaan(BUDI, "4") == ("ditolak", "M5")
    assert b.susun().plan is None


def test_the_head_without_an_skp_holds_nobody_when_it_rides_along(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(SARI)
    desa.tanpa_ekinerja(BUDI)
    b = bengkel(desa)
    assert b.ruang.temuan() == set()
    desa = Desa("2025-01-07")
    desa.pilih(desa.pmm["skp"], SARI).update(status="Diajukan")
    b.ruang.kerjakan(desa, "skp")
    assert ("S4", SARI.sekolah.npsn) in b.ruang.temuan()
    assert b.ruang.keadaan(BUDI) == ("terblokir", "S4")
