"""The built-in e-Kinerja as a writable target: one target, two channels to it (in process, over HTTP)."""

from selaras.connectors.ekinerja_builtin.in_process import InProcess
from selaras.connectors.ekinerja_builtin.settings import Access, access
from selaras.connectors.ekinerja_builtin.target import EkinerjaBuiltin

__all__ = ["Access", "EkinerjaBuiltin", "access", "target_in_process", "target_over_http"]


def target_in_process(dsn: str, instansi: int) -> EkinerjaBuiltin:
    """Return the target in the same database."""
    return EkinerjaBuiltin(InProcess(dsn, instansi))


def target_over_http(access: Access) -> EkinerjaBuiltin:
    """Return the target behind an address."""
    # Here, because every command imports the registry and the HTTP libraries take a fifth of its start.
    from selaras.connectors.ekinerja_builtin.client import Client
    from selaras.connectors.ekinerja_builtin.over_http import OverHttp

    return EkinerjaBuiltin(OverHttp(Client(access), access.host))
