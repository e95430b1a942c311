"""Django's view of the room."""

from django.apps import AppConfig
from django.forms import Field


class UiConfig(AppConfig):
    """Templates, static files and the tag library `selaras_ui`; no models."""

    name = "selaras.ui"
    label = "ui"

    def ready(self) -> None:
        """Say in a word that everybody knows what Django calls a "bidang"."""
        Field.default_error_messages["required"] = "Bagian ini tidak boleh kosong."
