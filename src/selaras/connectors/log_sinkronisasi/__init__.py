"""Rows of Log Sinkronisasi PMM / Ruang GTK of e-Kinerja: what was refused, and the message."""

from selaras.connectors.log_sinkronisasi.connector import LogSinkronisasi
from selaras.connectors.ports import Connector

CONNECTOR: Connector = LogSinkronisasi()

__all__ = ["CONNECTOR"]
