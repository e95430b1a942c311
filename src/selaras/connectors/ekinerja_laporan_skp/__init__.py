"""Laporan SKP of e-Kinerja BKN (admin instansi, XLSX or CSV) and the same list from the report API."""

from selaras.connectors.ekinerja_laporan_skp.connector import LaporanSkp
from selaras.connectors.ports import Connector

CONNECTOR: Connector = LaporanSkp()

__all__ = ["CONNECTOR"]
