"""The provider of this process: authlib on the shelves, the people and the keys of one rehearsal."""

from __future__ import annotations

from functools import cache
from typing import Any

from authlib.common.security import generate_token  # type: ignore[import-untyped]  # authlib carries no types
from authlib.oauth2.rfc6749 import (  # type: ignore[import-untyped]  # as above
    AuthorizationServer,
    InvalidRequestError,
    OAuth2Error,
    ResourceProtector,
)
from authlib.oauth2.rfc6750 import BearerTokenGenerator, BearerTokenValidator  # type: ignore[import-untyped]  # as above
from authlib.oidc.rpinitiated import EndSessionEndpoint  # type: ignore[import-untyped]  # as above
from django.http import HttpRequest, HttpResponse, JsonResponse
from joserfc.jwk import KeySet

from selaras.myasn.asked import Asked, Params
from selaras.myasn.board import Board
from selaras.myasn.clients import Klien
from selaras.myasn.faults import Fault
from selaras.myasn.grant import Grant, IdToken, Pkce, with_refusals
from selaras.myasn.keys import ALGORITHM, Keys
from selaras.myasn.memory import TOKEN_SECONDS, Access, Memory, SignIn
from selaras.myasn.people import People
from selaras.myasn.settings import Settings, here

_LENGTH = 48


class Provider(AuthorizationServer):  # type: ignore[misc]  # see the import
    """The authorization server, and all that it needs."""

    def __init__(self, settings: Settings) -> None:
        """Make keys and empty shelves."""
        super().__init__()
        self.settings = settings
        self.board = Board(settings.gangguan)
        self.keys = Keys()
        self.memory = Memory(settings.umur_kode)
        self.people = People(settings.dsn)
        self._clients = {one.id: one for one in settings.klien}
        self._protector = ResourceProtector()
        self._protector.register_token_validator(_Tokens(self.memory))
        self.register_token_generator("default", _bearer())
        id_token = IdToken(settings, self.keys, self.people)
        self.register_grant(Grant, [with_refusals, Pkce(required=True), id_token])
        self.register_endpoint(_EndSession(self))

    def query_client(self, client_id: str) -> Klien | None:
        """Return a registered client."""
        return self._clients.get(client_id)

    def save_token(self, token: dict[str, Any], request: Asked) -> None:
        """Keep a token, and from which code it came."""
        kept = Access(request.client.id, token["scope"], request.user)
        self.memory.tokens.put(kept, token["access_token"])
        self.memory.spent.put(token["access_token"], request.form["code"])

    def create_oauth2_request(self, request: Asked) -> Asked:
        """Return the request: it is one already."""
        return request

    def handle_response(self, status: int, body: Any, headers: list[tuple[str, str]]) -> HttpResponse:
        """Turn an answer of authlib into one of Django."""
        answer = JsonResponse(body, status=status) if isinstance(body, dict) else HttpResponse(body, status=status)
        for name, value in headers:
            answer[name] = value
        return answer

    def send_signal(self, name: str, *args: object, **kwargs: object) -> None:
        """Tell nobody."""

    def grant_for(self, params: Params, sign_in: SignIn | None) -> Grant:
        """Judge a request for a code. Raises `OAuth2Error`; with a redirect URI where the client may be told."""
        try:
            grant: Grant = self.get_consent_grant(Asked(self.settings.issuer, params), end_user=sign_in)
            return grant
        except ValueError:  # authlib puts what it was given into a sentence that may hold plain ASCII only
            raise InvalidRequestError("The request holds characters that are not allowed.") from None

    def finish(self, grant: Grant, sign_in: SignIn | None) -> HttpResponse:
        """Send the person back to the client: with a code, or with a refusal by him or by the knobs."""
        if sign_in is not None and sign_in.fault is Fault.REFUSED:
            sign_in = None
        return self.create_authorization_response(request=grant.request, grant_user=sign_in, grant=grant)

    def give_token(self, params: Params, authorization: str | None) -> HttpResponse:
        """Answer the token endpoint."""
        asked = Asked(self.settings.issuer, params, method="POST", authorization=authorization)
        try:
            return self.create_token_response(asked)
        except ValueError:  # as above, or a header that is no UTF-8
            error = InvalidRequestError("The request holds characters that are not allowed.")
            return self.handle_error_response(asked, error)

    def bearer(self, request: HttpRequest) -> Access:
        """Return whose token came with the request. Raises `OAuth2Error`."""
        token: Access = self._protector.validate_request(["openid"], request)
        return token

    def refuse(self, error: OAuth2Error) -> HttpResponse:
        """Answer an error as the standard says: to the client where it may be told, else as JSON."""
        return self.handle_response(*error())


class _Tokens(BearerTokenValidator):  # type: ignore[misc]  # see the import
    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def authenticate_token(self, token_string: str) -> Access | None:
        return self._memory.tokens.get(token_string)


class _EndSession(EndSessionEndpoint):  # type: ignore[misc]  # see the import
    def get_server_jwks(self) -> KeySet:
        known: KeySet = self.server.keys.known
        return known

    def get_algorithms(self) -> list[str]:
        return [ALGORITHM]

    def end_session(self, end_session_request: object) -> None:
        """Do nothing here: the session hangs on a cookie, which the view takes away."""


def _bearer() -> BearerTokenGenerator:
    def random(**_: object) -> str:
        return str(generate_token(_LENGTH))

    return BearerTokenGenerator(random, expires_generator=TOKEN_SECONDS)


@cache
def provider() -> Provider:
    """Return the provider of this process, made at first use."""
    return Provider(here())
