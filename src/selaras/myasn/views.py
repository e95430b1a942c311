"""The endpoints of the protocol: discovery, keys, authorize, token, userinfo."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from uuid import uuid4

from authlib.oauth2.rfc6749 import OAuth2Error  # type: ignore[import-untyped]  # authlib carries no types
from authlib.oauth2.rfc6750 import InvalidTokenError  # type: ignore[import-untyped]  # as above
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from selaras.config import clock
from selaras.myasn.asked import Params
from selaras.myasn.claims import claims_of
from selaras.myasn.clients import SCOPES
from selaras.myasn.faults import Fault
from selaras.myasn.keys import ALGORITHM
from selaras.myasn.memory import Pending, SignIn
from selaras.myasn.methods import answers
from selaras.myasn.pages import params_of, session_of, trouble
from selaras.myasn.provider import provider

View = Callable[[HttpRequest], HttpResponse]


def spoilt(endpoint: str) -> Callable[[View], View]:
    """Count requests of an endpoint, and spoil every one while the knobs say so."""

    def around(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest) -> HttpResponse:
            return struck(provider().board.request(endpoint)) or view(request)

        return run

    return around


def struck(fault: Fault | None) -> HttpResponse | None:
    """Wait, or fail, or do nothing."""
    if fault is Fault.FAIL:
        return HttpResponse("<!doctype html><title>500</title><h1>Server Error (500)</h1>", status=500)
    if fault is Fault.SLOW:
        time.sleep(provider().board.knobs.detik)
    return None


@answers("GET", "HEAD")
@spoilt("discovery")
def discovery(request: HttpRequest) -> HttpResponse:
    """Say what the provider can do (OpenID Connect Discovery 1.0, section 3)."""
    settings = provider().settings
    issuer = settings.issuer
    own = [name for name in (settings.klaim_nip, settings.klaim_nik) if name]
    return JsonResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": issuer + reverse("authorize"),
            "token_endpoint": issuer + reverse("token"),
            "userinfo_endpoint": issuer + reverse("userinfo"),
            "jwks_uri": issuer + reverse("jwks"),
            "end_session_endpoint": issuer + reverse("end_session"),
            "scopes_supported": list(SCOPES),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
            "code_challenge_methods_supported": ["S256"],
            "claims_supported": ["iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "name", *own],
            "prompt_values_supported": ["none", "login", "select_account"],
            "ui_locales_supported": ["id"],
            "claims_parameter_supported": False,
            "request_parameter_supported": False,
            "request_uri_parameter_supported": False,
        }
    )


@answers("GET", "HEAD")
@spoilt("jwks")
def jwks(request: HttpRequest) -> HttpResponse:
    """Give the key that verifies."""
    return JsonResponse(provider().keys.public())


@answers("GET", "POST", strangers=True)
@spoilt("authorize")
def authorize(request: HttpRequest) -> HttpResponse:
    """Judge the request of a client, then show the people; with prompt=none answer at once."""
    own = provider()
    params = params_of(request)
    session = _fresh(session_of(request), params)
    try:
        grant = own.grant_for(params, session)
    except OAuth2Error as error:
        return own.refuse(error) if error.redirect_uri else trouble(request, error)
    fault = own.board.sign_in()
    if session is not None and grant.request.payload.data.get("prompt") == "none":
        return own.finish(grant, SignIn(session.sub, session.auth_time, fault))
    return HttpResponseRedirect(reverse("masuk", args=[own.memory.pending.put(Pending(params, fault))]))


@answers("POST", strangers=True)
@spoilt("token")
def token(request: HttpRequest) -> HttpResponse:
    """Give a token for a code."""
    own = provider()
    code = own.memory.codes.get(request.POST.get("code", ""))
    if code is not None and (failed := struck(code.sign_in.fault)):
        return failed
    return own.give_token(params_of(request), request.headers.get("Authorization"))


@answers("GET", "POST", strangers=True)
@spoilt("userinfo")
def userinfo(request: HttpRequest) -> HttpResponse:
    """Tell the holder of a token about the person."""
    own = provider()
    try:
        held = own.bearer(request)
    except OAuth2Error as error:
        return own.refuse(error)
    orang = own.people.one(held.sign_in.sub)
    if orang is None:
        return own.refuse(InvalidTokenError())
    told = claims_of(orang, held.sign_in.fault, own.people, own.settings)
    if held.sign_in.fault is Fault.OTHER:
        told |= {"sub": str(uuid4()), own.settings.klaim_nip: own.people.other_nip(orang.nip)}
    return JsonResponse(told)


def _fresh(session: SignIn | None, params: Params) -> SignIn | None:
    """Return the session unless it is older than the client wants."""
    [most] = params.get("max_age", [""])[-1:]
    if session is None or not (most.isascii() and most.isdecimal()):
        return session
    age = int(clock.now().timestamp()) - session.auth_time
    return session if len(most) > 9 or age <= int(most) else None
