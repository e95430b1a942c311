"""Coming in by a provider: to it, back from it, and who it is that came."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.socialaccount.internal import statekit  # type: ignore[import-untyped]  # allauth carries no types
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from selaras.accounts.arrival import person_of
from selaras.accounts.oidc import Penyedia
from selaras.accounts.refusal import Refusal, Refused
from selaras.accounts.services import pengguna_of
from selaras.accounts.ties import uid_of
from selaras.config import clock
from selaras.galat import DataError, Forbidden
from selaras.organisasi.selectors import instansi_get
from selaras.portal.db import owner
from selaras.portal.pintu import ikat
from selaras.portal.pintu.datang import ANEW, let_in, note, wanted
from selaras.portal.pintu.kata import refusal_page
from selaras.portal.pintu.penyedia import BROKEN, OidcProvider, Penyambung, begin

View = Callable[[HttpRequest, Penyedia], HttpResponse]


def _page(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Look the provider up, and turn every refusal into its page."""

    @wraps(view)
    def run(request: HttpRequest, provider_id: str) -> HttpResponse:
        penyedia = next((one for one in settings.SELARAS_PENYEDIA if one.kunci == provider_id), None)
        if penyedia is None:
            raise Http404
        try:
            return view(request, penyedia)
        except Refused as error:
            note(f"masuk {penyedia.kunci}: {error.why}", pengguna=None, status=403)
            return refusal_page(request, error, nama=penyedia.nama)

    return run


@require_http_methods(["GET", "HEAD", "POST"])
@_page
def pergi(request: HttpRequest, penyedia: Penyedia) -> HttpResponse:
    """Take the browser to the provider; an address alone starts nothing, so that no other site can."""
    if request.method != "POST":
        return redirect("masuk")
    if not penyedia.aman and not settings.SELARAS_LATIHAN:
        raise Refused(Refusal.PENYEDIA)
    anew = bool(request.session.get(ANEW))
    return begin(request, OidcProvider(request, penyedia), wanted=wanted(request), anew=anew)


@require_safe
@_page
def kembali(request: HttpRequest, penyedia: Penyedia) -> HttpResponse:
    """Take the code that the browser brings back, and let in whom the id_token names."""
    provider = OidcProvider(request, penyedia)
    state = _state(request, provider)
    link = provider.get_oauth2_adapter(request)
    claims, token = _claims(request, provider, link, state)
    next_page = str(state.get("next") or "/")
    came_by = {"kunci": penyedia.kunci, "keluar": link.end_session(), "id_token": token}
    with owner() as connection:
        instansi = instansi_get(connection)
        if instansi is None:
            raise Refused(Refusal.TIDAK_DIKENAL)
        orang = person_of(connection, penyedia, claims, instansi=instansi.id, now=clock.now())
        if orang is not None:
            pengguna = _user(connection, orang)
    if orang is None:
        ikat.remember(request, penyedia, uid_of(penyedia.issuer, claims["sub"]), came_by, next_page)
        return redirect("ikat")
    let_in(request, pengguna, way=f"masuk {penyedia.kunci}", provider=came_by)
    return redirect(next_page)


def _state(request: HttpRequest, provider: OidcProvider) -> dict[str, Any]:
    """Return what was remembered of this request, and forget it. Raises `Refused`."""
    state_id = request.GET.get("state", "")
    state = statekit.unstash_state(request, provider_id=provider.sub_id, state_id=state_id) if state_id else None
    told = request.GET.get("iss", provider.penyedia.issuer)  # RFC 9207: an answer of another provider is none
    if state is None or told != provider.penyedia.issuer:
        raise Refused(Refusal.LEWAT)
    if "code" not in request.GET:
        raise Refused(Refusal.BATAL if request.GET.get("error") == "access_denied" else Refusal.PENYEDIA)
    return dict(state)


def _claims(
    request: HttpRequest, provider: OidcProvider, link: Penyambung, state: dict[str, Any]
) -> tuple[dict[str, Any], str]:
    """Exchange the code; return the claims and the id_token they stood in. Raises `Refused`."""
    try:
        client = link.get_client(request, provider.app)
        answer = link.get_access_token_data(
            request, provider.app, client, pkce_code_verifier=state.get("pkce_code_verifier")
        )
    except BROKEN as error:
        raise Refused(Refusal.PENYEDIA) from error
    claims = link.claims(answer, nonce=str((state.get("data") or {}).get("nonce", "")))
    return claims, str(answer["id_token"])


def _user(connection: Any, orang: int) -> Any:
    try:
        return pengguna_of(connection, orang=orang)
    except Forbidden:
        raise Refused(Refusal.DITUTUP) from None
    except DataError:
        raise Refused(Refusal.TIDAK_DIKENAL) from None
