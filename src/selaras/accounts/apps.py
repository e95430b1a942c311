"""Django's view of the room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles, one-time codes, and the record of who looked at whom."""

    name = "selaras.accounts"
    label = "accounts"
