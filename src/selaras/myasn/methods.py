"""Which methods a view answers to; Django's own decorators, with a type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

V = TypeVar("V", bound=Callable[..., HttpResponse])


def answers(*methods: str, strangers: bool = False) -> Callable[[V], V]:
    """Let a view answer to these methods only; `strangers` may post to it without a form of ours."""

    def around(view: V) -> V:
        guarded = require_http_methods(list(methods))(view)
        return cast(V, csrf_exempt(guarded) if strangers else guarded)

    return around
