"""Which school an operator works for now: his only one, or the one that he chose among several."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.jobs.daftar_guru import Sekolah
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.session import SCHOOL

_NAMES = "SELECT id, npsn, coalesce(nama, npsn) FROM sekolah WHERE id = ANY(%s) ORDER BY 3, id"
View = Callable[..., HttpResponse]


def for_school(izin: Izin) -> Callable[[View], View]:
    """Hand the school to a view; whoever looks after several is asked for which, once, and may change it.

    Raises `Forbidden` for a role that may not do this or a school out of reach, `Http404` without any school.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **parts: str) -> HttpResponse:
            scope = scope_of(request)
            scope.perlu(izin)
            if "sekolah" in request.GET:
                return _choose(request, scope, izin)
            schools = _visible(request, scope)
            wanted = request.session.get(SCHOOL)
            found = next((one for one in schools if len(schools) == 1 or one.id == wanted), None)
            if found is None:
                return _ask(request, schools)
            request.tentang = {"sekolah": found.id}
            return view(request, found, **parts)

        return wrapped

    return decorate


def _visible(request: HttpRequest, scope: Cakupan) -> list[Sekolah]:
    with scoped(request) as connection:
        found = [Sekolah(*row) for row in connection.execute(_NAMES, (list(scope.sekolah),)).fetchall()]
    if not found:
        raise Http404
    return found


def _choose(request: HttpRequest, scope: Cakupan, izin: Izin) -> HttpResponse:
    """Keep the school that the address names, or none (to be asked again)."""
    name = request.GET["sekolah"]
    request.session.pop(SCHOOL, None)
    if name:
        number = number_of("sekolah", name)
        scope.perlu(izin, sekolah=number)
        request.session[SCHOOL] = number
    return redirect(request.path)


def _ask(request: HttpRequest, schools: list[Sekolah]) -> HttpResponse:
    rows = [{"nama": one.nama, "npsn": one.npsn, "kunci": name_of("sekolah", one.id)} for one in schools]
    return render(request, "portal/operator/pilih.html", {"sekolah": rows})
