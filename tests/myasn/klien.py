"""A real OpenID Connect client (authlib's) over real HTTP, and a browser without JavaScript."""

from __future__ import annotations

import re
import secrets
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

from selaras.myasn.clients import Klien, parse

KEMBALI, KELUAR = "http://127.0.0.1:9/kembali?dari=myasn", "http://127.0.0.1:9/sudah-keluar"
RAHASIA = "rahasia-+:x"


def klien() -> tuple[Klien, ...]:
    """Register a public and a confidential client."""
    return parse(
        [
            {"id": "selaras", "nama": "Selaras", "kembali": [KEMBALI], "keluar": [KELUAR]},
            {"id": "tertutup", "rahasia": RAHASIA, "kembali": [KEMBALI, "http://127.0.0.1:9/lain"]},
        ]
    )


class Peramban(httpx.Client):
    """Follows redirects within the provider, and stops where it is sent back to the client."""

    def __init__(self) -> None:
        super().__init__(trust_env=False, timeout=20)

    def buka(self, address: str) -> httpx.Response:
        """Open an address, then wherever it leads on this provider."""
        return self.ikuti(self.get(address))

    def ikuti(self, answer: httpx.Response) -> httpx.Response:
        while answer.is_redirect and answer.next_request and not answer.headers["Location"].startswith("http"):
            answer = self.send(answer.next_request)
        return answer

    def tekan(self, page: httpx.Response, **choice: str) -> httpx.Response:
        """Press a button of the form that posts, with its hidden token."""
        [token] = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        action = re.search(r'<form method="post" action="([^"]+)"', page.text)
        where = page.url.join(unescape(action[1])) if action else page.url
        return self.post(where, data={"csrfmiddlewaretoken": token, **choice}, headers={"Origin": _origin(page)})

    def pilih(self, page: httpx.Response, nama: str) -> httpx.Response:
        """Press the button of a person, searching for him first."""
        found = self.get(page.url, params={"cari": nama})
        return self.tekan(found, orang=tombol(found)[nama])


def tombol(page: httpx.Response) -> dict[str, str]:
    """Give the people of a page, by name."""
    pairs = re.findall(r'name="orang" value="([^"]+)"><strong>(.*?)</strong>', page.text)
    return {unescape(nama): sub for sub, nama in pairs}


class Selaras:
    """What an application does to sign somebody in; it checks as the standard says it must."""

    def __init__(self, issuer: str, peramban: Peramban, client_id: str = "selaras", rahasia: str | None = None) -> None:
        self.issuer, self.peramban, self.client_id = issuer, peramban, client_id
        self.meta = peramban.get(f"{issuer}/.well-known/openid-configuration").json()
        self.nonce, self.verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
        self.oauth = OAuth2Client(
            client_id=client_id,
            client_secret=rahasia,
            redirect_uri=KEMBALI,
            scope="openid profile email",
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if rahasia else "none",
            trust_env=False,
            timeout=20,
        )

    def alamat(self, **more: str) -> str:
        """Give the address that the button of the application leads to."""
        address, _ = self.oauth.create_authorization_url(
            self.meta["authorization_endpoint"], code_verifier=self.verifier, **{"nonce": self.nonce, **more}
        )
        return str(address)

    def halaman(self, **more: str) -> httpx.Response:
        """Open the page with the people."""
        return self.peramban.buka(self.alamat(**more))

    def masuk(self, nama: str, **more: str) -> dict[str, Any]:
        """Sign somebody in and give the token answer."""
        back = self.peramban.pilih(self.halaman(**more), nama)
        return self.tukar(back.headers["Location"])

    def tukar(self, back: str) -> dict[str, Any]:
        """Give the token for the code in the address that the browser came back to."""
        token: dict[str, Any] = self.oauth.fetch_token(
            self.meta["token_endpoint"], authorization_response=back, code_verifier=self.verifier
        )
        return token

    def periksa(self, id_token: str, keys: KeySet | None = None) -> dict[str, Any]:
        """Verify an id_token as OpenID Connect Core 3.1.3.7 says; give its claims."""
        known = keys or KeySet.import_key_set(self.peramban.get(self.meta["jwks_uri"]).json())
        token = jwt.decode(id_token, known, algorithms=["RS256"])
        options = {"iss": {"value": self.issuer}, "aud": {"value": self.client_id}}
        CodeIDToken(token.claims, token.header, options, {"nonce": self.nonce}).validate()
        return dict(token.claims)

    def orang(self, token: dict[str, Any]) -> dict[str, Any]:
        """Ask the userinfo endpoint."""
        headers = {"Authorization": f"Bearer {token['access_token']}"}
        told: dict[str, Any] = self.peramban.get(self.meta["userinfo_endpoint"], headers=headers).json()
        return told


def isi(back: httpx.Response) -> dict[str, str]:
    """Give the parameters that the browser brings back to the client."""
    assert back.status_code == 302, back.text
    assert back.headers["Location"].startswith(KEMBALI.partition("?")[0])
    return {name: value for name, [value] in parse_qs(urlsplit(back.headers["Location"]).query).items()}


def _origin(page: httpx.Response) -> str:
    return f"{page.url.scheme}://{page.url.host}:{page.url.port}"
