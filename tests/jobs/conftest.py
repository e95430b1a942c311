from __future__ import annotations

from jobs.pemasangan import _hari_ini, desa, perintah, ruang, template_dsn

__all__ = ["_hari_ini", "desa", "perintah", "ruang", "template_dsn"]
