"""A token is shown once, kept as a digest, and ends."""

from __future__ import annotations

import datetime as dt

import pytest

from ekinerja.kantor import KEPALA, Kantor
from selaras.config.clock import now
from selaras.ekinerja import services
from selaras.galat import DataError


def test_it_tells_the_holder_and_his_instansi(kantor: Kantor) -> None:
    token = kantor.panggil(services.token_buat, nip=KEPALA, berlaku_sampai=now() + dt.timedelta(days=1))
    holder = services.token_periksa(kantor.connection, token)
    assert holder is not None
    assert (holder.instansi, holder.nip) == (1, KEPALA)


def test_the_table_does_not_hold_it(kantor: Kantor) -> None:
    token = kantor.panggil(services.token_buat)
    assert kantor.angka("SELECT count(*) FROM ek_token t WHERE t::text LIKE %s", f"%{token}%") == 0
    assert kantor.angka("SELECT count(*) FROM ek_token") == 1


def test_an_unknown_or_expired_one_is_nobody(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    token = kantor.panggil(services.token_buat, nip=KEPALA)
    assert services.token_periksa(kantor.connection, token + "x") is None
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-03-01")
    assert services.token_periksa(kantor.connection, token) is None


def test_it_can_not_end_before_it_begins(kantor: Kantor) -> None:
    with pytest.raises(DataError, match="Masa berlaku"):
        kantor.panggil(services.token_buat, nip=KEPALA, berlaku_sampai=now() - dt.timedelta(days=1))
