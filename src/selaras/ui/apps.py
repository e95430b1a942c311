"""Django's view of the room."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, static files and the tag library `selaras_ui`; no models."""

    name = "selaras.ui"
    label = "ui"
