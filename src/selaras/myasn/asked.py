"""A request in the words that authlib reads, whether it comes from the net or from the shelf."""

from __future__ import annotations

from collections.abc import Mapping

from authlib.oauth2.rfc6749 import OAuth2Payload, OAuth2Request  # type: ignore[import-untyped]  # carries no types

Params = Mapping[str, list[str]]


class Payload(OAuth2Payload):  # type: ignore[misc]  # see the import
    """Parameters; the last of a name counts, and authlib refuses names that may come once only."""

    def __init__(self, params: Params) -> None:
        """Take them as they came."""
        self._params = params

    @property
    def data(self) -> dict[str, str]:
        """One value of each."""
        return {name: values[-1] for name, values in self._params.items() if values}

    @property
    def datalist(self) -> Params:
        """All values of each."""
        return self._params


class Asked(OAuth2Request):  # type: ignore[misc]  # see the import
    """A request of a client."""

    def __init__(self, address: str, params: Params, *, method: str = "GET", authorization: str | None = None) -> None:
        """Take the parameters, and the header that names the client where there is one."""
        super().__init__(method, address, headers={"Authorization": authorization} if authorization else {})
        self.payload = Payload(params)

    @property
    def form(self) -> dict[str, str]:
        """The body: a token request has nothing else."""
        return self.payload.data
