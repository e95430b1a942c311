"""How much memory the machine has, where the system says so (Linux)."""

from __future__ import annotations

from pathlib import Path

from selaras.database.space import MIB

_MEMINFO = Path("/proc/meminfo")
_CONTAINER = Path("/sys/fs/cgroup/memory.max")  # "max" without a limit
_CACHE = (128 * MIB, 1024 * MIB)


def available() -> int | None:
    """Return the bytes that programs can still get, or None where the system does not say."""
    return _meminfo("MemAvailable:")


def total() -> int | None:
    """Return the bytes of the machine, or of the container when it has fewer; None where the system does not say."""
    try:
        limit = int(_CONTAINER.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return _meminfo("MemTotal:")
    return min(limit, _meminfo("MemTotal:") or limit)


def for_cache(total: int | None) -> int:
    """Return the bytes that PostgreSQL keeps of its tables: a sixteenth of the memory, 128 MB to 1 GB."""
    least, most = _CACHE
    return max(least, min((total or 0) // 16, most))


def _meminfo(name: str) -> int | None:
    try:
        lines = _MEMINFO.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), None)
