"""allauth's OpenID Connect, made strict: settings from the environment, a nonce, and no word believed unverified.

allauth's own client leaves the signature of an id_token unchecked in the code flow and sends no nonce; here only its
state, its PKCE and its exchange of the code are used.
"""

from __future__ import annotations

import secrets
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter  # type: ignore[import-untyped]  # allauth carries no types
from allauth.socialaccount.models import SocialApp  # type: ignore[import-untyped]  # as above
from allauth.socialaccount.providers.oauth2.client import OAuth2Error  # type: ignore[import-untyped]  # as above
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider  # type: ignore[import-untyped]  # as above
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter  # type: ignore[import-untyped]  # as above
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from requests import RequestException

from selaras.accounts.oidc import Penyedia, verified
from selaras.accounts.refusal import Refusal, Refused
from selaras.config import clock

BROKEN = (RequestException, OAuth2Error, ValueError, KeyError, TypeError, AttributeError)  # what dead providers cause
SCOPE = ("openid", "profile", "email")
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class AkunAdapter(DefaultSocialAccountAdapter):
    """No application stands in the database, and nobody signs himself up."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Let nobody in who is not in the data."""
        del request, sociallogin
        return False

    def list_apps(self, request: HttpRequest, provider: object = None, client_id: object = None) -> list[SocialApp]:
        """Return none: `Penyambung` brings its own."""
        del request, provider, client_id
        return []


class OidcProvider(OpenIDConnectProvider):
    """A provider without a row in the database."""

    def __init__(self, request: HttpRequest, penyedia: Penyedia) -> None:
        """Dress a provider of the environment as allauth wants it."""
        app = SocialApp(
            provider=self.id,
            provider_id=penyedia.kunci,
            name=penyedia.nama,
            client_id=penyedia.client_id,
            secret=penyedia.rahasia,
            settings={"server_url": penyedia.issuer.rstrip("/"), "oauth_pkce_enabled": True, "scope": list(SCOPE)},
        )
        super().__init__(request, app=app)
        self.penyedia = penyedia

    def get_oauth2_adapter(self, request: HttpRequest) -> Penyambung:
        """Return the adapter of this very provider."""
        return Penyambung(request, self)


class Penyambung(OpenIDConnectOAuth2Adapter):
    """What is said to a provider, and what is believed of its answers."""

    def __init__(self, request: HttpRequest, provider: OidcProvider) -> None:
        """Take the provider."""
        super().__init__(request, provider.penyedia.kunci)
        self._own = provider

    def get_provider(self) -> OidcProvider:
        """Return the provider."""
        return self._own

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself, if it is the one that was named. Raises `Refused`."""
        if not hasattr(self, "_known"):
            told = fetch(self._own.server_url)
            if told.get("issuer") != self._own.penyedia.issuer or not all(_usable(told.get(n)) for n in _ENDPOINTS):
                raise Refused(Refusal.PENYEDIA)
            self._known = told
        return self._known

    def claims(self, answer: dict[str, Any], *, nonce: str) -> dict[str, Any]:
        """Return the claims of the id_token, verified; userinfo must speak of the same person. Raises `Refused`."""
        penyedia = self._own.penyedia
        claims = verified(
            answer.get("id_token"),
            fetch(self.openid_config["jwks_uri"]),
            issuer=penyedia.issuer,
            client_id=penyedia.client_id,
            nonce=nonce,
            now=clock.now().timestamp(),
        )
        where = self.openid_config.get("userinfo_endpoint")
        if _usable(where) and fetch(str(where), bearer=str(answer["access_token"])).get("sub") != claims["sub"]:
            raise Refused(Refusal.TOKEN)
        return claims

    def end_session(self) -> str:
        """Return where the session of the provider is ended; '' where it can not be."""
        where = self.openid_config.get("end_session_endpoint")
        return str(where) if _usable(where) else ""


def begin(request: HttpRequest, provider: OidcProvider, *, wanted: str, anew: bool) -> HttpResponse:
    """Send the browser to the provider. `anew`: the person shows again who he is. Raises `Refused`."""
    nonce = secrets.token_urlsafe(24)
    more = {"nonce": nonce, "ui_locales": "id"} | ({"prompt": "login"} if anew else {})
    try:
        answer: HttpResponse = provider.redirect(
            request, "login", next_url=wanted, data={"nonce": nonce}, auth_params=more
        )
    except BROKEN as error:
        raise Refused(Refusal.PENYEDIA) from error
    return answer


def fetch(address: str, *, bearer: str = "") -> dict[str, Any]:
    """Read a JSON object of the provider. Raises `Refused` for anything else."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    try:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address, headers=headers, allow_redirects=False)
            answer.raise_for_status()
            told = answer.json()
    except BROKEN as error:
        raise Refused(Refusal.PENYEDIA) from error
    if not isinstance(told, dict):
        raise Refused(Refusal.PENYEDIA)
    return told


def _usable(address: object) -> bool:
    """Say whether an endpoint may be talked to: outside a rehearsal only over HTTPS."""
    kinds = ("https://", "http://") if settings.SELARAS_LATIHAN else ("https://",)
    return isinstance(address, str) and address.startswith(kinds)
