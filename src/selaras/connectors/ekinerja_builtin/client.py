"""One call over HTTP: time-outs, the token, the circuit; reads are repeated, writes never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import orjson
import tenacity

from selaras.connectors.ekinerja_builtin import failures
from selaras.connectors.ekinerja_builtin.circuit import FAILURES, PAUSE, Circuit
from selaras.connectors.ekinerja_builtin.settings import Access
from selaras.galat import Postponed, TryAgain

TRIES = 3
SHORT_WAIT = 2.0  # a longer wait is for whoever called to decide
_BACKOFF = tenacity.wait_random_exponential(multiplier=0.1, max=SHORT_WAIT)


@dataclass(slots=True)
class _Progress:
    """How far a request got: its body was handed over whole."""

    sent: bool = False

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Listen to the transport (the `trace` extension of httpcore)."""
        if event == "http11.send_request_body.complete":
            self.sent = True


class Client:
    """Calls of one target. Threads may share it."""

    def __init__(self, access: Access, *, failures_in_a_row: int = FAILURES, pause: float = PAUSE) -> None:
        """Take address, token and patience."""
        self._where = access.host
        self._http = httpx.Client(
            base_url=access.url,
            headers={"Authorization": f"Bearer {access.token}", "Accept": "application/json"},
            timeout=httpx.Timeout(access.patience, connect=min(access.patience, 5.0)),
            trust_env=not access.nearby,  # no proxy of the office between two programs of one machine
        )
        self._circuit = Circuit(access.host, failures=failures_in_a_row, pause=pause)

    def read(self, method: str, path: str, body: object = None) -> Any:
        """Ask for something, again when it fails in passing; None where the API says that there is nothing."""
        for attempt in _attempts():
            with attempt:
                return self._call(method, path, body, writing=False)
        raise AssertionError  # the last attempt raises its own error

    def write(self, path: str, body: object) -> Any:
        """Send something once. Raises `Uncertain` when it may have taken effect."""
        return self._call("POST", path, body, writing=True)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _call(self, method: str, path: str, body: object, *, writing: bool) -> Any:
        with self._circuit.closed():
            response = self._request(method, path, body, writing=writing)
            if not writing and failures.none_there(response):
                return None
            error = failures.of_status(response, self._where, writing=writing)
            if error is not None:
                raise error
            return self._content(response, writing=writing)

    def _request(self, method: str, path: str, body: object, *, writing: bool) -> httpx.Response:
        progress = _Progress()
        content = None if body is None else self._encoded(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        try:
            return self._http.request(
                method, path, content=content, headers=headers, extensions={"trace": progress.note}
            )
        except httpx.HTTPError as error:
            raise failures.of_transport(error, self._where, took_effect=writing and progress.sent) from None

    def _encoded(self, body: object) -> bytes:
        try:
            return orjson.dumps(body)
        except TypeError:
            raise failures.unsendable(self._where) from None

    def _content(self, response: httpx.Response, *, writing: bool) -> Any:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        try:
            if kind != "application/json":
                raise ValueError
            return orjson.loads(response.content)
        except ValueError:
            raise failures.of_content(self._where, writing=writing) from None


def _attempts() -> tenacity.Retrying:
    return tenacity.Retrying(
        stop=tenacity.stop_after_attempt(TRIES),
        wait=_wait,
        retry=tenacity.retry_if_exception(_passing),
        reraise=True,
    )


def _passing(error: BaseException) -> bool:
    if not isinstance(error, TryAgain) or isinstance(error, Postponed):
        return False
    return error.after is None or error.after <= SHORT_WAIT


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.after if isinstance(error, TryAgain) else None
    return max(asked or 0.0, _BACKOFF(state))
