"""The list of pegawai of SIASN (XLSX or CSV export): who has an account, in which unit, active or not."""

from selaras.connectors.ports import Connector
from selaras.connectors.siasn_pegawai.connector import PegawaiSiasn

CONNECTOR: Connector = PegawaiSiasn()

__all__ = ["CONNECTOR"]
