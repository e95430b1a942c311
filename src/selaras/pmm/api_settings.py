"""Names and limits of the API server. Apart from the views: their library wants Django set up when it is imported."""

from __future__ import annotations

DSN = "SELARAS_PMM_DSN"  # set by the server for itself, never by a person
THREADS = 8  # requests at once in one process; the pool has a connection for each
LONGEST_BODY = 4 * 1024 * 1024
