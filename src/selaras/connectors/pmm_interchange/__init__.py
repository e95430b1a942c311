"""The PMM interchange format, version 1 (ours; PMM publishes none): workbook, CSV files or NDJSON."""

from selaras.connectors.pmm_interchange.connector import FormatTukarPmm
from selaras.connectors.ports import Connector

CONNECTOR: Connector = FormatTukarPmm()

__all__ = ["CONNECTOR"]
