"""The one way to a token: an authorization code with PKCE (RFC 7636, S256 only) and an id_token (OpenID Connect)."""

from __future__ import annotations

from typing import Any

from authlib.oauth2.rfc6749 import InvalidRequestError, OAuth2Error  # type: ignore[import-untyped]  # carries no types
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant  # type: ignore[import-untyped]  # as above
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]  # as above
from authlib.oidc.core import OpenIDCode  # type: ignore[import-untyped]  # as above
from authlib.oidc.core.grants.util import create_half_hash  # type: ignore[import-untyped]  # as above
from joserfc import jwt

from selaras.config import clock
from selaras.myasn.asked import Asked
from selaras.myasn.claims import claims_of
from selaras.myasn.clients import Klien
from selaras.myasn.faults import Fault
from selaras.myasn.keys import ALGORITHM, Keys
from selaras.myasn.memory import Code, Memory, SignIn
from selaras.myasn.people import People
from selaras.myasn.settings import Settings

TOKEN_VALID = 300
_STALE = 3600
_UNSUPPORTED = {"request": "request_not_supported", "request_uri": "request_uri_not_supported"}


class Grant(AuthorizationCodeGrant):  # type: ignore[misc]  # see the import
    """The grant on the shelves of the running provider (`server.memory`)."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")

    def save_authorization_code(self, code: str, request: Asked) -> None:
        """Keep a code with everything that it stands for."""
        asked = request.payload.data
        kept = Code(
            client_id=request.client.id,
            redirect_uri=request.payload.redirect_uri,
            scope=request.scope,
            nonce=asked.get("nonce"),
            code_challenge=asked["code_challenge"],
            code_challenge_method=asked["code_challenge_method"],
            sign_in=request.user,
        )
        self._memory.codes.put(kept, code)

    def query_authorization_code(self, code: str, client: Klien) -> Code | None:
        """Spend a code, whatever comes of it. One that comes twice takes back the token that the first gave."""
        held = self._memory.codes.get(code)
        if held is not None and held.client_id != client.id:
            return None
        taken = self._memory.codes.take(code)
        if taken is None and (token := self._memory.spent.get(code)):
            self._memory.tokens.take(token)
        return taken

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """Do nothing: asking for a code spent it."""

    def authenticate_user(self, authorization_code: Code) -> SignIn | None:
        """Return who signed in, as long as the folder knows him."""
        known = self.server.people.one(authorization_code.sign_in.sub)
        return authorization_code.sign_in if known else None

    @property
    def _memory(self) -> Memory:
        memory: Memory = self.server.memory
        return memory


class Pkce(CodeChallenge):  # type: ignore[misc]  # see the import
    """PKCE that cannot be left out nor weakened."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ("S256",)

    def validate_code_challenge(self, grant: Grant, redirect_uri: str) -> None:
        """Demand a challenge, and S256 by name: without a name it would mean plain."""
        asked = grant.request.payload.data
        if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE is required: code_challenge with code_challenge_method=S256.")
        super().validate_code_challenge(grant, redirect_uri)


def refuse_unsupported(grant: Grant, redirect_uri: str) -> None:
    """Refuse what would be ignored at one's peril (OpenID Connect Core 3.1.2.6)."""
    asked = grant.request.payload.data
    for name, error in _UNSUPPORTED.items():
        if name in asked:
            raise OAuth2Error(error=error)
    if asked.get("response_mode", "query") != "query":
        raise InvalidRequestError("Only response_mode=query is supported.")


def with_refusals(grant: Grant) -> None:
    """Extend a grant by `refuse_unsupported`."""
    grant.register_hook("after_validate_authorization_request_payload", refuse_unsupported)


class IdToken(OpenIDCode):  # type: ignore[misc]  # see the import
    """The id_token, dated by the clock of Selaras."""

    def __init__(self, settings: Settings, keys: Keys, people: People) -> None:
        """Take what a token is made from."""
        super().__init__(require_nonce=False)
        self._settings, self._keys, self._people = settings, keys, people

    def exists_nonce(self, nonce: str, request: Asked) -> bool:
        """Let every nonce pass: whether it came before is for the client to see."""
        return False

    def encode_id_token(self, token: dict[str, Any], request: Asked) -> str:
        """Sign what is known of the one who signed in; spoil it as his sign-in wants."""
        code: Code = request.authorization_code
        orang = self._people.one(code.sign_in.sub)
        fault = code.sign_in.fault
        told = self._frame(code) | {"at_hash": create_half_hash(token["access_token"], ALGORITHM).decode()}
        if orang is not None:
            told |= claims_of(orang, fault, self._people, self._settings)
        key = self._keys.false if fault is Fault.SIGNATURE else self._keys.true
        return jwt.encode({"alg": ALGORITHM, "kid": self._keys.true.kid}, told, key, [ALGORITHM])

    def _frame(self, code: Code) -> dict[str, Any]:
        fault = code.sign_in.fault
        now = int(clock.now().timestamp()) - (_STALE if fault is Fault.EXPIRED else 0)
        told: dict[str, Any] = {
            "iss": self._settings.issuer,
            "aud": "bukan-klien-ini" if fault is Fault.AUDIENCE else code.client_id,
            "iat": now,
            "exp": now + TOKEN_VALID,
            "auth_time": code.sign_in.auth_time,
        }
        if code.nonce:
            told["nonce"] = code.nonce[::-1] + "x" if fault is Fault.NONCE else code.nonce
        return told
