"""The one place where somebody is let in, whichever way he came, and where he is let out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from uuid import UUID

from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from selaras.accounts.services import access_note
from selaras.config import clock
from selaras.portal.db import owner
from selaras.portal.middleware import NEXT
from selaras.portal.session import SINCE

BACKEND = "django.contrib.auth.backends.ModelBackend"
CAME_BY = "lewat"  # in the session: how the provider's own session is ended
ANEW = "ulang"  # in the session of a stranger: he left, so the provider is to ask who he is


def let_in(request: HttpRequest, pengguna: UUID, *, way: str, provider: Mapping[str, str] | None = None) -> None:
    """Sign a user in under a new session key, and write down that he came and how."""
    request.session.flush()
    login(request, get_user_model().objects.get(pk=pengguna), backend=BACKEND)
    request.session[SINCE] = int(time.time())
    if provider:
        request.session[CAME_BY] = dict(provider)
    note(way, pengguna=pengguna, status=200)


def let_out(request: HttpRequest) -> dict[str, str]:
    """End the session; return how that of the provider is ended, {} when he came another way."""
    provider = request.session.get(CAME_BY) or {}
    logout(request)
    if provider:
        request.session[ANEW] = True
    return dict(provider)


def note(way: str, *, pengguna: UUID | None, status: int) -> None:
    """Write down a sign-in that was tried."""
    with owner() as connection:
        access_note(connection, way=way, pengguna=pengguna, status=status, now=clock.now())


def wanted(request: HttpRequest) -> str:
    """Return where to go after signing in: a page of ours that was asked for, else the first one."""
    asked = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "/"
