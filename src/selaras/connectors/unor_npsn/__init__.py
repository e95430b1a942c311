"""The map between UNOR and NPSN, kept by the dinas (our own format, docs/format.md)."""

from selaras.connectors.ports import Connector
from selaras.connectors.unor_npsn.connector import UnorNpsn

CONNECTOR: Connector = UnorNpsn()

__all__ = ["CONNECTOR"]
