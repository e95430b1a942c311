"""What the provider remembers while it runs: requests, codes, tokens, sessions. Nothing of it is ever stored."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from dataclasses import dataclass
from typing import Generic, TypeVar

from selaras.config import clock
from selaras.myasn.faults import Fault

T = TypeVar("T")
MOST = 10_000  # things on one shelf; the oldest falls off, so that nobody can fill the memory
REQUEST_SECONDS, SESSION_SECONDS, TOKEN_SECONDS = 600, 8 * 3600, 600


class Shelf(Generic[T]):
    """Things under random keys, each for a while."""

    def __init__(self, seconds: int, most: int = MOST) -> None:
        """Say how long a thing stays, and how many there is room for."""
        self._lock = threading.Lock()
        self._stays = dt.timedelta(seconds=seconds)
        self._most = most
        self._things: dict[str, tuple[dt.datetime, T]] = {}

    def put(self, thing: T, key: str | None = None) -> str:
        """Keep a thing and return its key: a random one unless one is given."""
        key = key or secrets.token_urlsafe(32)
        with self._lock:
            while len(self._things) >= self._most:
                del self._things[next(iter(self._things))]
            self._things[key] = (clock.now() + self._stays, thing)
        return key

    def get(self, key: str) -> T | None:
        """Return the thing; None when there is none or its time is over."""
        with self._lock:
            until, thing = self._things.get(key, (None, None))
            return thing if until is not None and clock.now() < until else None

    def take(self, key: str) -> T | None:
        """Return the thing and forget it, in one step: of two that ask for it, one gets it."""
        with self._lock:
            until, thing = self._things.pop(key, (None, None))
            return thing if until is not None and clock.now() < until else None


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signed in, when, and what is to go wrong with it."""

    sub: str
    auth_time: int
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A request of a client that waits for a person."""

    params: dict[str, list[str]]
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Code:
    """An authorization code, in the words that authlib asks for."""

    client_id: str
    redirect_uri: str | None
    scope: str
    nonce: str | None
    code_challenge: str
    code_challenge_method: str
    sign_in: SignIn

    def get_redirect_uri(self) -> str | None:
        """Return the redirect URI as it was asked."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """Return the scope."""
        return self.scope


@dataclass(frozen=True, slots=True)
class Access:
    """An access token, in the words that authlib asks for; a shelf forgets those whose time is over."""

    client_id: str
    scope: str
    sign_in: SignIn

    def get_scope(self) -> str:
        """Return the scope."""
        return self.scope

    def is_expired(self) -> bool:
        """Say that it is alive: otherwise it would not have been found."""
        return False

    is_revoked = is_expired


class Memory:
    """The shelves."""

    def __init__(self, code_seconds: int) -> None:
        """Begin empty."""
        self.pending: Shelf[Pending] = Shelf(REQUEST_SECONDS)
        self.sessions: Shelf[SignIn] = Shelf(SESSION_SECONDS)
        self.codes: Shelf[Code] = Shelf(code_seconds)
        self.spent: Shelf[str] = Shelf(TOKEN_SECONDS)  # code -> the access token that it was given for
        self.tokens: Shelf[Access] = Shelf(TOKEN_SECONDS)
