"""The built-in PMM side, read whole: one source, two channels to it (in process, over HTTP)."""

from selaras.connectors.pmm_builtin.in_process import InProcess
from selaras.connectors.pmm_builtin.settings import Access, access
from selaras.connectors.pmm_builtin.source import PmmBuiltin

__all__ = ["Access", "PmmBuiltin", "access", "source_in_process", "source_over_http"]


def source_in_process(dsn: str, instansi: int) -> PmmBuiltin:
    """Return the source in the same database."""
    return PmmBuiltin(InProcess(dsn, instansi))


def source_over_http(access: Access) -> PmmBuiltin:
    """Return the source behind an address."""
    # Here, because every command imports the registry and the HTTP libraries take a fifth of its start.
    from selaras.connectors.pmm_builtin.over_http import OverHttp

    return PmmBuiltin(OverHttp(access))
