"""What `docs/masuk.md` promises is so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from selaras.accounts import oidc
from selaras.cli.akun import akun
from selaras.cli.simulasi import CALLBACK, myasn
from selaras.myasn.faults import ENDPOINTS, Fault

TEXT = (Path(__file__).parents[2] / "docs" / "masuk.md").read_text(encoding="utf-8")


def test_every_fault_endpoint_and_option_is_told_and_no_other() -> None:
    table = TEXT[TEXT.index("| gangguan |") :]
    assert set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", table, re.M)))) == {*Fault}
    assert all(f"`{name}`" in TEXT for name in ENDPOINTS)
    told = set(re.findall(r"`(--[a-z-]+)`", TEXT[TEXT.index("## Berlatih") :]))
    assert told == {one.opts[0] for one in myasn.params} - {"--json"}


def test_every_setting_of_the_providers_is_told_and_no_other() -> None:
    name = r"SELARAS_(?:OIDC|BELAJARID)_[A-Z_]+"
    assert set(re.findall(name, TEXT)) == set(re.findall(name, Path(oidc.__file__).read_text(encoding="utf-8")))


def test_every_command_for_local_accounts_is_there() -> None:
    told = set(re.findall(r"^    selaras akun (\S+)", TEXT, re.M))
    assert told == set(akun.commands)


def test_the_client_for_keycloak_can_be_read_and_comes_back_to_the_same_path() -> None:
    [block] = re.findall(r"```json\n(.*?)```", TEXT, re.S)
    client = json.loads(block)
    assert client["attributes"]["pkce.code.challenge.method"] == "S256"
    assert client["protocolMappers"][0]["config"]["claim.name"] == "nip"
    assert [urlsplit(one).path for one in client["redirectUris"]] == [urlsplit(CALLBACK).path]
