"""How much a request may bring: little from a stranger, a heap of reports from whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

BESAR, KECIL = 520 << 20, 2 << 20  # bytes of a whole request
KALIMAT = f"Kiriman ini terlalu besar dan tidak dibaca. Sekali kirim paling besar {BESAR >> 20} MB; bagi dulu."


class BatasIsi:
    """Middleware after the sign-in: refuse by the declared length, before a byte of the body is read."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take the rest of the chain."""
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let it pass, or answer 413 and read nothing."""
        most = BESAR if request.user.is_authenticated else KECIL
        if _length(request) <= most:
            return self.following(request)
        answer = HttpResponse(KALIMAT, status=413, content_type="text/plain; charset=utf-8")
        answer.headers["Connection"] = "close"
        return answer


def _length(request: HttpRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return int(declared) if declared.isascii() and declared.isdigit() else 0
