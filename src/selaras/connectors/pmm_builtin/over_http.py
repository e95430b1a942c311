"""The channel over HTTP: pages of changes, each asked for again when it fails in passing; nothing is ever written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
import orjson
import tenacity

from selaras.connectors.pmm_builtin import failures
from selaras.connectors.pmm_builtin.channel import Row
from selaras.connectors.pmm_builtin.settings import Access
from selaras.galat import TryAgain

PAGE = 2000
TRIES = 3
SHORT_WAIT = 2.0  # a longer wait is for whoever called to decide
_BACKOFF = tenacity.wait_random_exponential(multiplier=0.1, max=SHORT_WAIT)


class OverHttp:
    """The application behind an address."""

    def __init__(self, access: Access, *, page: int = PAGE) -> None:
        """Take address, token and patience; `page`: rows asked for at once."""
        self._access = access
        self._page = page

    def pages(self, tahun: int) -> Iterator[Sequence[Row]]:
        """Yield every row of a year; what changes meanwhile comes again."""
        with self._client() as client:
            kursor, more = 0, True
            while more:
                answer = self._read(client, {"setelah": kursor, "tahun": tahun, "batas": self._page})
                following, more = answer["kursor"], answer["masih"]
                if more and following <= kursor:
                    raise failures.broken_answer(self._access.host)  # it would be asked for ever
                kursor = following
                yield answer["perubahan"]

    def _client(self) -> httpx.Client:
        patience = self._access.patience
        return httpx.Client(
            base_url=self._access.url,
            headers={"Authorization": f"Bearer {self._access.token}", "Accept": "application/json"},
            timeout=httpx.Timeout(patience, connect=min(patience, 5.0)),
            trust_env=not self._access.nearby,  # no proxy of the office between two programs of one machine
        )

    def _read(self, client: httpx.Client, asked: Mapping[str, int]) -> dict[str, Any]:
        for attempt in tenacity.Retrying(
            stop=tenacity.stop_after_attempt(TRIES),
            wait=_wait,
            retry=tenacity.retry_if_exception(_passing),
            reraise=True,
        ):
            with attempt:
                return self._once(client, asked)
        raise AssertionError  # the last attempt raises its own error

    def _once(self, client: httpx.Client, asked: Mapping[str, int]) -> dict[str, Any]:
        where = self._access.host
        try:
            response = client.get("/api/pmm/v1/perubahan", params=dict(asked))
        except httpx.HTTPError as error:
            raise failures.of_transport(error, where) from None
        refused = failures.of_status(response, where)
        if refused is not None:
            raise refused
        return _page(response.content, where)


def _page(content: bytes, where: str) -> dict[str, Any]:
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError:
        found = None
    if not (
        isinstance(found, dict)
        and isinstance(found.get("perubahan"), list)
        and isinstance(found.get("kursor"), int)
        and isinstance(found.get("masih"), bool)
        and all(isinstance(row, dict) for row in found["perubahan"])
    ):
        raise failures.broken_answer(where)
    return found


def _passing(error: BaseException) -> bool:
    return isinstance(error, TryAgain) and (error.after is None or error.after <= SHORT_WAIT)


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.after if isinstance(error, TryAgain) else None
    return max(asked or 0.0, _BACKOFF(state))
