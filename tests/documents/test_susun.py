"""The steps of a school and the counts per step."""

from __future__ import annotations

from documents.pemeran import kabupaten, kendala, posisi, sekolah
from selaras.documents.tindak_lanjut import hitung, kunci
from selaras.documents.tindak_lanjut.langkah import Siapa, Tahap
from selaras.documents.tindak_lanjut.peta import peta_kunci
from selaras.documents.tindak_lanjut.susun import Susunan


def test_it_groups_the_same_step_of_many_people_into_one() -> None:
    isi = Susunan(kabupaten()).sekolah(kabupaten().sekolah[0])
    (nilai,) = [x for x in isi.langkah if x.kode == "R1"]
    assert (nilai.siapa, nilai.orang, nilai.membuka, nilai.menit) == (Siapa.KEPALA, 5, 5, 50)


def test_it_counts_a_person_once_even_with_two_findings_of_a_code() -> None:
    isi = (kendala("S8", 1, periode=("TW1",)), kendala("S8", 1, periode=("TW2",)))
    (langkah,) = Susunan(posisi(*isi)).sekolah(sekolah()).langkah
    assert (langkah.orang, langkah.membuka) == (1, 1)


def test_it_sorts_the_heads_steps_by_skp_first_then_by_effort() -> None:
    isi = (kendala("R1", 1), kendala("R2", 2), kendala("S4"), kendala("N7", 3))
    milik = Susunan(posisi(*isi)).sekolah(sekolah()).milik(Siapa.KEPALA)
    assert [x.kode for x in milik] == ["N7", "S4", "R2", "R1"]


def test_it_puts_today_what_frees_most_people_first() -> None:
    membuka = [x.membuka for x in Susunan(kabupaten()).hari_ini]
    assert membuka == sorted(membuka, reverse=True)
    assert membuka[0] == 40


def test_it_counts_each_teacher_once_at_the_earliest_step() -> None:
    p = posisi(kendala("R1", 1), kendala("S7", 1), kendala("S7", 2), kendala("D1", 3))
    assert hitung.per_tahap(Susunan(p), sekolah()) == {
        Tahap.PERSIAPAN: 1, Tahap.IDENTITAS: 0, Tahap.PERIODE: 0, Tahap.SINKRON: 1, Tahap.VERIFIKASI: 1,
    }  # fmt: skip


def test_it_counts_a_held_school_at_identity_and_the_rest_at_the_period() -> None:
    p = posisi(kendala("U1", membuka_jalan_bagi=4), kendala("S7", 1), kendala("P1"))
    hasil = hitung.per_tahap(Susunan(p), sekolah(guru=10, selesai=4))
    assert (hasil[Tahap.IDENTITAS], hasil[Tahap.PERIODE], hasil[Tahap.SINKRON]) == (5, 1, 0)
    assert sum(hasil.values()) == 6


def test_it_never_counts_more_than_are_not_done_in_the_whole_cast() -> None:
    p = kabupaten()
    for s in p.sekolah:
        assert sum(hitung.per_tahap(Susunan(p), s).values()) <= s.guru - s.selesai


def test_it_keeps_the_id_of_a_row_and_shows_nobody_in_it() -> None:
    k = kendala("S7", 1)
    assert kunci.untuk(k) == kunci.untuk(kendala("S7", 1, sebab="lain"))
    assert len(kunci.untuk(k)) == 12
    assert kunci.untuk(k) != kunci.untuk(kendala("S7", 2))
    assert kunci.untuk(kendala("N1", nip=None, nama="A")) != kunci.untuk(kendala("N1", nip=None, nama="B"))
    assert kunci.untuk(kendala("N2", 1)) != kunci.untuk(kendala("N2", 1, baris=9))


def test_it_finds_the_way_back_from_every_row_to_its_findings() -> None:
    p = kabupaten()
    peta = peta_kunci(p)
    assert all(kunci.untuk(k) in peta for k in p.kendala)
    (nilai,) = [x for x in Susunan(p).hari_ini if x.kode == "R1" and x.orang == 5]
    assert len(peta[nilai.kunci]) == 5
