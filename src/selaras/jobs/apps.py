"""Django's view of the room."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """What background work leaves behind: the syncs of an instansi, and how far a run has come."""

    name = "selaras.jobs"
    label = "jobs"
