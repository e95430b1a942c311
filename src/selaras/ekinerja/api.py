"""The HTTP API of the built-in e-Kinerja: the report API of reality, and a write API of our own, with OpenAPI."""

from __future__ import annotations

from ninja import NinjaAPI

from selaras.ekinerja import api_errors, api_reports, api_write
from selaras.ekinerja.api_base import OrjsonParser

OPENAPI = "/api/ekinerja/v1/openapi.json"

api = NinjaAPI(
    title="e-Kinerja bawaan Selaras",
    version="1",
    description="API laporan seperti e-Kinerja BKN, dan API tulis milik Selaras sendiri. Bukan layanan BKN.",
    urls_namespace="ekinerja-api",
    openapi_url=OPENAPI,
    docs_url=None,  # the usual page loads its scripts from elsewhere
    parser=OrjsonParser(),
)
api.add_router("/api/ekinerja/v1", api_write.router)
api.add_router("/api_kinerja", api_reports.router)
api_errors.install(api)
