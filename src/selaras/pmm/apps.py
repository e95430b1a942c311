"""Django's view of the room."""

from django.apps import AppConfig


class PmmConfig(AppConfig):
    """The PMM side: sekolah, pegawai, SKP, kegiatan, observasi, penilaian."""

    name = "selaras.pmm"
    label = "pmm"
