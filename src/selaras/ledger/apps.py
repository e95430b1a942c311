"""Django's view of the room."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Batches, records, entries, findings: what was read and how it stands."""

    name = "selaras.ledger"
    label = "ledger"
