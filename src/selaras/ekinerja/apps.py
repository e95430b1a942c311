"""Django's view of the room."""

from django.apps import AppConfig


class EkinerjaConfig(AppConfig):
    """The built-in e-Kinerja: pegawai, UNOR, periode, SKP, penilaian, log."""

    name = "selaras.ekinerja"
    label = "ekinerja"
