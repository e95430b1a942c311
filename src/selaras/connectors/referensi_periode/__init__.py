"""Manajemen Periode of e-Kinerja: referensi periode of the report API (JSON), or typed into a table."""

from selaras.connectors.ports import Connector
from selaras.connectors.referensi_periode.connector import ReferensiPeriode

CONNECTOR: Connector = ReferensiPeriode()

__all__ = ["CONNECTOR"]
