"""Reads files as people have them: workbooks, CSV, JSON, NDJSON, ZIP; recognised by content, hostile ones refused."""

from selaras.connectors.berkas.paths import digest, walk
from selaras.connectors.berkas.sources import open_sources

__all__ = ["digest", "open_sources", "walk"]
