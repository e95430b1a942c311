"""Answers of the Dapodik web service of one school: getGtk and getSekolah (JSON)."""

from selaras.connectors.dapodik_ws.connector import WebServiceDapodik
from selaras.connectors.ports import Connector

CONNECTOR: Connector = WebServiceDapodik()

__all__ = ["CONNECTOR"]
