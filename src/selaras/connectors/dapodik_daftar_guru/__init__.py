"""Dapodik 'Daftar Guru' (XLSX that a school or the dinas downloads): the roster without any web service."""

from selaras.connectors.dapodik_daftar_guru.connector import DaftarGuru
from selaras.connectors.ports import Connector

CONNECTOR: Connector = DaftarGuru()

__all__ = ["CONNECTOR"]
