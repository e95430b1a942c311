"""What an id_token must be before a word of it is believed, and whom it then names."""

from __future__ import annotations

import json
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from accounts.conftest import BUDI, DEWI, KINI, SARI, Kantor
from selaras.accounts.arrival import person_of
from selaras.accounts.oidc import Menurut, Penyedia, email_claim, number_claim, of_domain, providers, verified
from selaras.accounts.refusal import Refusal, Refused
from selaras.accounts.ties import tie, uid_of

ISSUER, CLIENT, NONCE = "https://masuk.contoh.go.id", "selaras", "sekali-saja"
KEY, OTHER = (RSAKey.generate_key(2048, {"kid": name}) for name in ("satu", "dua"))
KEYS = KeySet([KEY]).as_dict(private=False)
NOW = int(KINI.timestamp())
CLAIMS: dict[str, Any] = {
    "iss": ISSUER, "aud": CLIENT, "sub": "s-1", "exp": NOW + 300, "iat": NOW, "nonce": NONCE, "nip": BUDI.nip,
}  # fmt: skip


def token(key: Any = KEY, alg: str = "RS256", **claims: Any) -> str:
    told = {name: value for name, value in (CLAIMS | claims).items() if value is not ...}
    return str(jwt.encode({"alg": alg, "kid": "satu"}, told, key, algorithms=[alg]))


def lihat(id_token: object, keys: object = KEYS) -> dict[str, Any]:
    return verified(id_token, keys, issuer=ISSUER, client_id=CLIENT, nonce=NONCE, now=NOW)


def test_a_true_token_is_believed() -> None:
    assert lihat(token())["nip"] == BUDI.nip
    assert lihat(token(aud=[CLIENT, "lain"], azp=CLIENT))["sub"] == "s-1"
    assert lihat(token(exp=NOW - 30))["sub"] == "s-1"  # clocks differ a little


FALSE = {
    "other_key": token(OTHER),
    "signed_with_the_public_key": token(OctKey.import_key(json.dumps(KEYS)), "HS256"),
    "expired": token(exp=NOW - 61),
    "for_ever": token(exp=...),
    "from_the_future": token(iat=NOW + 600),
    "other_issuer": token(iss=ISSUER + "/"),
    "issuers": token(iss=[ISSUER]),
    "other_client": token(aud="lain"),
    "no_client": token(aud=...),
    "many_clients": token(aud=[CLIENT, "lain"]),
    "made_for_another": token(aud=[CLIENT], azp="lain"),
    "other_nonce": token(nonce="lain"),
    "nonces": token(nonce=[NONCE, "lain"]),
    "no_nonce": token(nonce=...),
    "nobody": token(sub=...),
    "unsigned": "eyJhbGciOiJub25lIn0." + token().split(".")[1] + ".",
    "cut": token()[:-4],
    "no_token": "",
    "text": "a.b.c",
    "number": 7,
    "nothing": None,
}


@pytest.mark.parametrize("name", list(FALSE))
def test_a_token_that_is_false_in_one_thing_lets_nobody_in(name: str) -> None:
    with pytest.raises(Refused) as refused:
        lihat(FALSE[name])
    assert refused.value.why is Refusal.TOKEN
    assert BUDI.nip not in str(refused.value)


@pytest.mark.parametrize("keys", [{}, {"keys": []}, {"keys": "x"}, {"keys": [{"kty": "x"}]}, [], None])
def test_keys_that_are_none_let_nobody_in(keys: object) -> None:
    with pytest.raises(Refused):
        lihat(token(), keys)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (None, Refusal.TANPA_KLAIM),
        ("", Refusal.TANPA_KLAIM),
        ([BUDI.nip], Refusal.GANDA),
        ([BUDI.nip, SARI.nip], Refusal.GANDA),
        ({"nip": BUDI.nip}, Refusal.GANDA),
        (int(BUDI.nip), Refusal.KLAIM_RUSAK),
        (True, Refusal.KLAIM_RUSAK),
        ("1.98501E+17", Refusal.KLAIM_RUSAK),
        (f"{BUDI.nip},{SARI.nip}", Refusal.KLAIM_RUSAK),
        ("x" * 10_000, Refusal.KLAIM_RUSAK),
        ("\x00", Refusal.KLAIM_RUSAK),
    ],
)
def test_a_claim_is_one_number_or_nothing(value: object, why: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        number_claim({"nip": value}, "nip")
    assert refused.value.why is why


def penyedia(menurut: Menurut, *, klaim: str = "email", domain: str = "") -> Penyedia:
    return Penyedia("belajarid", "belajar.id", ISSUER, CLIENT, "", klaim, menurut, domain)


def siapa(kantor: Kantor, own: Penyedia, **claims: object) -> int | None:
    return person_of(kantor.db, own, {"sub": "s-1", **claims}, instansi=1, now=KINI)


def test_my_asn_is_asked_for_the_nip_and_nothing_else(kantor: Kantor) -> None:
    own = penyedia(Menurut.NIP, klaim="nip")
    assert siapa(kantor, own, nip=f"{BUDI.nip[:8]} {BUDI.nip[8:]}", name=SARI.nama) == kantor.orang(BUDI)
    tie(kantor.db, penyedia="belajarid", uid=uid_of(ISSUER, "s-1"), pengguna=kantor.pengguna(DEWI), now=KINI)
    assert siapa(kantor, own, nip=SARI.nip) == kantor.orang(SARI)
    with pytest.raises(Refused) as refused:
        siapa(kantor, own, nip="198501012010012999")
    assert refused.value.why is Refusal.TIDAK_DIKENAL


def test_belajar_id_finds_by_nuptk_where_it_is_told_to(kantor: Kantor) -> None:
    own = penyedia(Menurut.NUPTK, klaim="nuptk")
    kantor.db.execute("UPDATE akun SET nuptk = '1234567890123999' WHERE orang_id = %s", (kantor.orang(DEWI),))
    assert siapa(kantor, own, nuptk="1234 5678 9012 3999") == kantor.orang(DEWI)
    for nuptk, why in (("9234567890123999", Refusal.TIDAK_DIKENAL), ("  ", Refusal.TANPA_KLAIM)):
        with pytest.raises(Refused) as refused:
            siapa(kantor, own, nuptk=nuptk)
        assert refused.value.why is why
    kantor.db.execute("UPDATE akun SET nuptk = '1234567890123999' WHERE orang_id = %s", (kantor.orang(SARI),))
    with pytest.raises(Refused) as several:
        siapa(kantor, own, nuptk="1234567890123999")
    assert several.value.why is Refusal.GANDA


def surel(kantor: Kantor, address: str) -> None:
    """Let Ruang GTK name an account of belajar.id for Budi."""
    changed = kantor.db.execute(
        "UPDATE record r SET rest = (r.rest::jsonb || jsonb_build_object('akun_belajar', %s::text))::json "
        "FROM akun a WHERE a.id = r.akun_id AND a.orang_id = %s AND r.side = 1 AND r.kind = 1",
        (address, kantor.orang(BUDI)),
    )
    assert changed.rowcount == 1


def test_belajar_id_finds_by_the_address_that_ruang_gtk_names_if_the_provider_vouches_for_it(kantor: Kantor) -> None:
    surel(kantor, "Budi.Santoso@guru.sd.belajar.id")
    own = penyedia(Menurut.EMAIL, domain="belajar.id")
    told = {"email": "budi.santoso@guru.sd.belajar.id"}
    assert siapa(kantor, own, **told, email_verified=True) == kantor.orang(BUDI)
    assert siapa(kantor, own, email="lain@guru.sd.belajar.id", email_verified=True) is None
    for claims in (
        told,
        told | {"email_verified": "true"},
        {"email": "budi@belajar.id.jahat.id", "email_verified": True},
    ):
        with pytest.raises(Refused) as refused:
            siapa(kantor, own, **claims)
        assert refused.value.why is Refusal.DOMAIN


def test_a_tie_holds_for_one_account_of_one_issuer(kantor: Kantor) -> None:
    own = penyedia(Menurut.IKATAN)
    assert siapa(kantor, own) is None
    tie(kantor.db, penyedia="belajarid", uid=uid_of(ISSUER, "s-1"), pengguna=kantor.pengguna(DEWI), now=KINI)
    assert siapa(kantor, own) == kantor.orang(DEWI)
    assert siapa(kantor, own, sub="s-2") is None
    assert uid_of(ISSUER, "s-1") != uid_of(ISSUER + "/lain", "s-1")


def test_an_address_is_one_of_a_domain_or_below_it_and_no_other() -> None:
    for email, good in (("a@belajar.id", True), ("a@guru.sd.belajar.id", True), ("a@xbelajar.id", False), ("", False)):
        assert of_domain({"email": email, "email_verified": True}, "belajar.id") is good
    assert email_claim({"email": ["a@b.id"], "email_verified": True}, "email") is None
    assert email_claim({"email": "a@b@c.id", "email_verified": True}, "email") is None


def test_only_what_is_configured_is_there() -> None:
    assert providers({}) == ()
    assert providers({"SELARAS_OIDC_ISSUER": "bukan alamat", "SELARAS_BELAJARID_ISSUER": "ftp://x"}) == ()
    (one,) = providers({"SELARAS_OIDC_ISSUER": ISSUER, "SELARAS_OIDC_CLAIM_NIP": "preferred_username"})
    assert (one.kunci, one.nama, one.client_id, one.klaim) == ("myasn", "My ASN", "selaras", "preferred_username")
    assert (one.asal, one.aman) == (ISSUER, True)
    (two,) = providers({"SELARAS_BELAJARID_ISSUER": ISSUER + "/realms/x", "SELARAS_BELAJARID_MENURUT": "apa"})
    assert (two.menurut, two.klaim, two.domain, two.asal) == (Menurut.EMAIL, "email", "belajar.id", ISSUER)
