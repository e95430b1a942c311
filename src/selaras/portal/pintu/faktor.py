"""The second factor, by allauth.mfa: time-based codes of an app, and recovery codes."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote, urlencode

from allauth.mfa.adapter import get_adapter  # type: ignore[import-untyped]  # allauth carries no types
from allauth.mfa.models import Authenticator  # type: ignore[import-untyped]  # as above
from allauth.mfa.recovery_codes.internal.auth import (  # type: ignore[import-untyped]  # as above
    RecoveryCodes,
)
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code  # type: ignore[import-untyped]  # as above
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.safestring import SafeString, mark_safe

from selaras.accounts.limits import attempt
from selaras.accounts.models import Pengguna
from selaras.config import clock
from selaras.portal.db import owner

_TOTP, _RECOVERY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
_ONCE = dt.timedelta(minutes=5)  # longer than any code of an app is good for


def ready(user: Pengguna) -> bool:
    """Say whether the second factor is set up."""
    return bool(Authenticator.objects.filter(user=user, type=_TOTP).exists())


def new_secret() -> str:
    """Return a secret for an app."""
    return str(generate_totp_secret())


def readable(secret: str) -> str:
    """Return a secret in groups of four, for whoever types it.

    >>> readable("ABCDEFGH")
    'ABCD EFGH'
    """
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def picture(user: Pengguna, secret: str) -> SafeString:
    """Return the code that the camera of the app reads, as SVG."""
    label = f"Selaras:{user.username}"
    more = urlencode({"secret": secret, "issuer": f"Selaras {settings.SELARAS_INSTANSI}".strip()}, quote_via=quote)
    drawn = get_adapter().build_totp_svg(f"otpauth://totp/{quote(label)}?{more}")
    return mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308 - drawn here, holds no text of anybody


def set_up(user: Pengguna, secret: str, code: str) -> list[str]:
    """Bind an app whose code is right, and return the recovery codes; nothing when the code is wrong."""
    digits = _digits(code)
    if not validate_totp_code(secret, digits) or not _first_use(user, digits):
        return []
    try:
        with transaction.atomic():
            Authenticator.objects.filter(user=user, type=_RECOVERY).delete()
            TOTP.activate(user, secret)
            return list(RecoveryCodes.activate(user).generate_codes())
    except IntegrityError:  # another window was faster: its app is the one
        return []


def right(user: Pengguna, code: str) -> bool:
    """Say whether a code of the app or a recovery code is right, and let no code be right twice."""
    digits = _digits(code)
    found = {one.type: one for one in Authenticator.objects.filter(user=user, type__in=(_TOTP, _RECOVERY))}
    if (app := found.get(_TOTP)) and app.wrap().validate_code(digits):
        app.record_usage()
        return _first_use(user, digits)
    return bool((kept := found.get(_RECOVERY)) and kept.wrap().validate_code(digits))


def _first_use(user: Pengguna, digits: str) -> bool:
    """Let a code be used once whichever worker is asked; the cache that allauth asks is each worker's own."""
    with owner() as connection:
        return attempt(connection, "totp", str(user.pk), digits, most=1, within=_ONCE, now=clock.now())


def _digits(code: str) -> str:
    return "".join(sign for sign in code if sign in "0123456789")
