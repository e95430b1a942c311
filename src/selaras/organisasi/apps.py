"""Django's view of the room."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Who and where: instansi, sekolah, unor, orang, akun."""

    name = "selaras.organisasi"
    label = "organisasi"
