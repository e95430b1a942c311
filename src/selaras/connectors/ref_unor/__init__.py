"""The reference of units (ref-unor of SIASN, JSON or CSV)."""

from selaras.connectors.ports import Connector
from selaras.connectors.ref_unor.connector import RefUnor

CONNECTOR: Connector = RefUnor()

__all__ = ["CONNECTOR"]
