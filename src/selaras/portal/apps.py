"""Django's view of the room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages and templates; no table."""

    name = "selaras.portal"
    label = "portal"
