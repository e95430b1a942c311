"""The key that signs id_tokens. It lives as long as the process: nobody may trust a rehearsal beyond that."""

from __future__ import annotations

from typing import Any

from joserfc.jwk import KeySet, RSAKey

ALGORITHM = "RS256"
_BITS = 2048


class Keys:
    """The true key, and one that only claims to be it."""

    def __init__(self) -> None:
        """Make both."""
        self.true = RSAKey.generate_key(_BITS, {"use": "sig", "alg": ALGORITHM}, auto_kid=True)
        self.false = RSAKey.generate_key(_BITS, {"use": "sig", "alg": ALGORITHM, "kid": self.true.kid or ""})

    @property
    def known(self) -> KeySet:
        """The keys that verify."""
        return KeySet([self.true])

    def public(self) -> dict[str, Any]:
        """Return the JWKS: no private part in it."""
        return {"keys": [self.true.as_dict(private=False)]}
