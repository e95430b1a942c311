"""Identifiers: cleaned without being repaired, judged in grades, hidden before they are shown."""

from __future__ import annotations

from datetime import date
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.kinerja import nik, nip, npsn, npwp, nuptk, silang
from selaras.kinerja.putusan import KALIMAT, NomorError, Putusan, kalimat

SEMUA = [nip, nik, nuptk, npsn, npwp]
RAHASIA = [nip, nik, nuptk, npwp]
PER = date(2026, 1, 1)
LAHIR = st.dates(date(1960, 1, 1), date(2004, 12, 31))
KOTOR = st.text(st.sampled_from("0123456789 .-:'\u00a0\u200bENIPKUT,+xO\u0661"), max_size=30)


@st.composite
def nip_pns(draw: st.DrawFn) -> str:
    lahir, bulan, urut = draw(LAHIR), draw(st.integers(1, 12)), draw(st.integers(900, 999))
    return f"{lahir:%Y%m%d}{lahir.year + 19}{bulan:02d}{draw(st.sampled_from('12'))}{urut}"


@st.composite
def nik_bandung(draw: st.DrawFn) -> tuple[str, date, str]:
    lahir, jk = draw(LAHIR), draw(st.sampled_from("LP"))
    hari = lahir.day + (40 if jk == "P" else 0)
    return f"320411{hari:02d}{lahir:%m%y}9{draw(st.integers(0, 999)):03d}", lahir, jk


@pytest.mark.parametrize("modul", SEMUA)
@given(text=st.one_of(KOTOR, st.text(max_size=20)))
@example(text="N.I.P 19850101 201001 2 999")
@example(text="NIP. NIP 12.0")
def test_it_compacts_what_is_compact_to_itself(modul: ModuleType, text: str) -> None:
    assert modul.compact(modul.compact(text)) == modul.compact(text)


@pytest.mark.parametrize("modul", RAHASIA)
@given(text=st.one_of(KOTOR, st.from_regex(r"[1-9]{13,20}", fullmatch=True)))
def test_it_never_shows_a_whole_number(modul: ModuleType, text: str) -> None:
    nilai, tampak = modul.compact(text), modul.mask(text)
    assert len(tampak) == len(nilai)
    assert sum(c != "*" for c in tampak) <= 7
    assert not nilai.strip("*") or nilai not in tampak


@pytest.mark.parametrize("modul", SEMUA)
@given(text=st.one_of(KOTOR, st.text(max_size=20)))
def test_it_gives_a_verdict_on_any_text(modul: ModuleType, text: str) -> None:
    p = modul.periksa(text)
    assert modul.is_valid(text) is (p.putusan != "invalid")
    assert (p.kode is None) is (p.putusan == "valid")
    assert (p.normal is None) is (p.putusan == "invalid" or not p.nilai)


@given(nomor=nip_pns())
def test_it_reads_back_the_nip_it_prints(nomor: str) -> None:
    assert nip.validate(nip.format(nomor)) == nomor
    assert nip.kode_cepat(nomor) is None
    assert nip.periksa(nomor, per=PER).bagian["tanggal_lahir"] == f"{nomor[:4]}-{nomor[4:6]}-{nomor[6:8]}"


@given(text=st.one_of(st.from_regex(r"[0-9]{18}", fullmatch=True), nip_pns(), KOTOR))
def test_it_finds_the_same_on_the_fast_path(text: str) -> None:
    compact = nip.compact(text)
    p = nip.periksa(compact)
    assert nip.kode_cepat(compact) == (p.kode if p.putusan == "invalid" else None)


@given(orang=nik_bandung())
def test_it_reads_back_the_nik_it_prints(orang: tuple[str, date, str]) -> None:
    nomor, lahir, jk = orang
    p = nik.periksa(nik.format(nomor), per=PER, lahir=lahir)
    if nomor.endswith("0000"):
        assert p.kode == "SERIAL"
    else:
        assert (p.putusan, p.normal, p.bagian["jk"]) == ("valid", nomor, jk)
        assert p.bagian["tanggal_lahir"] == lahir.isoformat()


@given(orang=nik_bandung())
def test_it_finds_that_a_persons_own_numbers_agree(orang: tuple[str, date, str]) -> None:
    nomor, lahir, jk = orang
    tmt = f"{lahir.year + 25}01"
    assert silang.periksa(f"{lahir:%Y%m%d}{tmt}{'1' if jk == 'L' else '2'}999", nomor).putusan == "agree"
    assert silang.periksa(f"{lahir:%Y%m%d}{tmt}{'2' if jk == 'L' else '1'}999", nomor).kode == "SEX_MISMATCH"


def test_it_says_which_of_the_pair_is_missing_or_unreadable() -> None:
    baik = "199709062022031999", "3204110609979991"
    assert silang.periksa("", baik[1]).kode == "NO_NIP"
    assert silang.periksa("123", baik[1]).kode == "NIP_INVALID"
    assert silang.periksa(baik[0], "123").kode == "NIK_INVALID"
    assert silang.periksa(*baik).kalimat is None
    assert silang.periksa(baik[0], "").kalimat == "NIK belum ada, jadi belum bisa dicocokkan dengan NIP."


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("199001012007011999", "AGE_AT_TMT_LOW"),
        ("199001012051011999", "AGE_AT_TMT_HIGH"),
        ("200601012022211999", "AGE_AT_TMT_LOW"),
        ("195001012022211999", "AGE_AT_TMT_HIGH"),
    ],
)
def test_it_reviews_an_unlikely_age_at_appointment(text: str, kode: str) -> None:
    assert (nip.periksa(text).putusan, nip.periksa(text).kode) == ("review", kode)


def test_it_calls_nothing_a_thing_of_the_future_without_a_date() -> None:
    assert nip.periksa("199001012031011999").putusan == "valid"
    assert nip.periksa("199001012031211999", per=PER).kode == "TMT_FUTURE"
    assert nip.periksa("203001012050011999", per=PER).kode == "BIRTH_DATE"
    assert nip.periksa("111111112010011999").kode == "BIRTH_DATE"


def test_it_never_pads_what_a_spreadsheet_damaged() -> None:
    for damaged in (f"19850101201001{2000}.0", "NIP 19850101201001299.0", "320411060997999.0", "3,20411E+15"):
        assert nip.periksa(damaged).kode == "PRECISION_LOST"
        assert nik.periksa(damaged).kode == "PRECISION_LOST"
    assert npsn.periksa("2010001.0").kode == "PRECISION_LOST"
    assert npsn.periksa("NPSN 20100001.0").normal == "20100001"


def test_it_takes_the_century_from_elsewhere() -> None:
    nomor = "3204110609209991"
    assert nik.periksa(nomor, per=PER).kode == "CENTURY_AMBIGUOUS"
    assert nik.periksa(nomor).putusan == "valid"
    p = nik.periksa(nomor, per=PER, lahir=date(1920, 9, 6))
    assert (p.putusan, p.bagian["tanggal_lahir"]) == ("valid", "1920-09-06")
    assert nik.periksa("3204110609979991", per=date(1990, 1, 1)).bagian["tanggal_lahir"] == "1997-09-06"


def test_it_warns_of_a_kecamatan_nobody_knows() -> None:
    assert nik.periksa("3204990609979991").kode == "REGION_UNKNOWN"


def test_it_judges_a_tax_number_that_is_a_nik_as_a_nik() -> None:
    assert npwp.periksa("9904110609979991").kode == "PROVINCE"
    assert npwp.periksa("12.345.678.9-012.000").kode == "CHECK_DIGIT"
    assert npwp.format("0013121660091000") == "0013121660091000"


def test_it_keeps_numbers_out_of_errors_and_logs() -> None:
    nomor = "198501012010013999"
    with pytest.raises(NomorError) as galat:
        nip.validate(nomor)
    assert nomor not in f"{galat.value!r} {galat.value} {nip.periksa(nomor)!r}"
    with pytest.raises(NomorError) as galat:
        nik.validate("123")
    assert (galat.value.kode, galat.value.kalimat) == ("LENGTH", kalimat("LENGTH", apa="NIK"))


def test_it_has_a_sentence_for_every_code() -> None:
    assert all(kalimat(kode, apa="NIP").endswith((".", ").")) for kode in KALIMAT)
    assert nip.periksa("198501012010012999").kalimat is None
    assert len({nip.periksa("198501012010012999"), Putusan("1", "valid")}) == 2
