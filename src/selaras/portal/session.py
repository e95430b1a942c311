"""How long somebody stays signed in, and under which names a session keeps things."""

from __future__ import annotations

SESSION_SECONDS = 8 * 3600  # a working day, from signing in, however much is clicked
CHOSEN = "peran"  # in the session: the key of the role that was chosen
SCHOOL = "sekolah"  # in the session: the school that was chosen by whoever looks after several
SINCE = "sejak"  # in the session: when its owner signed in
