"""The pages that a person sees: who signs in, and signing out. No page ever asks for a password."""

from __future__ import annotations

from authlib.oauth2.rfc6749 import OAuth2Error  # type: ignore[import-untyped]  # authlib carries no types
from django.http import HttpRequest, HttpResponse

from selaras.config import clock
from selaras.myasn.asked import Asked
from selaras.myasn.clients import Klien, origin
from selaras.myasn.faults import Fault
from selaras.myasn.grant import Grant
from selaras.myasn.memory import SESSION_SECONDS, Pending, SignIn
from selaras.myasn.methods import answers
from selaras.myasn.pages import COOKIE, let_return, params_of, session_of, show, trouble
from selaras.myasn.people import LAST_PAGE, LONGEST_SEARCH, PAGE
from selaras.myasn.provider import provider


@answers("GET", "POST")
def masuk(request: HttpRequest, kunci: str) -> HttpResponse:
    """Show the people to sign in as, and take the choice."""
    own = provider()
    pending = own.memory.pending.get(kunci)
    if pending is None:
        return _over(request)
    if request.method == "POST" and (answer := _chosen(request, kunci, pending)):
        return answer
    try:
        grant = own.grant_for(pending.params, None)
    except OAuth2Error as error:
        return trouble(request, error)
    return _people(request, grant)


def _chosen(request: HttpRequest, kunci: str, pending: Pending) -> HttpResponse | None:
    """Send the person back with the choice; None when it is none."""
    own = provider()
    refused = "batal" in request.POST
    orang = None if refused else own.people.one(request.POST.get("orang", ""))
    if orang is None and not refused:
        return None
    if own.memory.pending.take(kunci) is None:
        return _over(request)
    sign_in = SignIn(orang.sub, int(clock.now().timestamp()), pending.fault) if orang else None
    grant = own.grant_for(pending.params, sign_in or SignIn("", 0))
    answer = own.finish(grant, sign_in)
    if sign_in is None or sign_in.fault is Fault.REFUSED:
        return answer
    key = own.memory.sessions.put(SignIn(sign_in.sub, sign_in.auth_time))
    answer.set_cookie(COOKIE, key, max_age=SESSION_SECONDS, httponly=True, samesite="Lax")
    return answer


def _over(request: HttpRequest) -> HttpResponse:
    sentence = "Permintaan masuk ini sudah selesai atau sudah terlalu lama."
    return show(request, "kesalahan", 410, kalimat=sentence, kode="", rincian="")


def _people(request: HttpRequest, grant: Grant) -> HttpResponse:
    own = provider()
    client: Klien = grant.request.client
    cari = request.GET.get("cari", "").replace("\0", "")[:LONGEST_SEARCH]
    page = _number(request.GET.get("halaman", ""))
    found = own.people.search(cari, page)
    total = found[0].jumlah if found else 0
    last = -(-total // PAGE) or 1
    page = page if page <= last else 1
    session = session_of(request)
    said = {
        "klien": client.nama,
        "cari": cari,
        "orang": found,
        "jumlah": total,
        "dari": (page - 1) * PAGE + 1,
        "sampai": (page - 1) * PAGE + len(found),
        "sebelum": page - 1 if page > 1 else None,
        "sesudah": page + 1 if page < last else None,
        "tadi": own.people.one(session.sub) if session else None,
        "salah": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return let_return(show(request, "masuk", status, **said), origin(grant.redirect_uri))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 6 and 0 < int(text) < LAST_PAGE else 1


@answers("GET", "POST", strangers=True)
def end_session(request: HttpRequest) -> HttpResponse:
    """End the session where the client shows an id_token of this person; ask the person otherwise."""
    own = provider()
    session = session_of(request)
    try:
        asked = own.validate_endpoint_request("end_session", Asked(own.settings.issuer, params_of(request)))
    except (OAuth2Error, ValueError):  # a hint that is no token of ours: no way back, but one may sign out
        return show(request, "keluar", 400, nama=_name(session), sudah=session is None)
    told = (asked.id_token_claims or {}).get("sub")
    if session is not None and told != session.sub:
        return show(request, "keluar", nama=_name(session), sudah=False)
    answer = own.create_endpoint_response("end_session", asked)
    return _signed_out(request, answer or show(request, "keluar", sudah=True))


@answers("POST")
def keluar(request: HttpRequest) -> HttpResponse:
    """End the session because the person says so."""
    return _signed_out(request, show(request, "keluar", sudah=True))


def _name(session: SignIn | None) -> str:
    orang = provider().people.one(session.sub) if session else None
    return (orang.nama or orang.samar) if orang else ""


def _signed_out(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    if key := request.COOKIES.get(COOKIE):
        provider().memory.sessions.take(key)
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer
