"""Laporan Penilaian SKP of e-Kinerja BKN (one file per period, and yearly) and the same list from the report API."""

from selaras.connectors.ekinerja_laporan_penilaian.connector import LaporanPenilaian
from selaras.connectors.ports import Connector

CONNECTOR: Connector = LaporanPenilaian()

__all__ = ["CONNECTOR"]
