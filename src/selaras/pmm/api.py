"""The HTTP API of the PMM side, with OpenAPI. Ours: PMM / Ruang GTK publishes none."""

from __future__ import annotations

from ninja import NinjaAPI

from selaras.pmm import api_views
from selaras.pmm.api_base import OrjsonParser
from selaras.pmm.api_errors import errors

OPENAPI = "/api/pmm/v1/openapi.json"

api = NinjaAPI(
    title="PMM bawaan Selaras",
    version="1",
    description="Perubahan di sisi PMM, dan pencatatan kegiatan otomatis. Milik Selaras, bukan layanan kementerian.",
    urls_namespace="pmm-api",
    openapi_url=OPENAPI,
    docs_url=None,  # the usual page loads its scripts from elsewhere
    parser=OrjsonParser(),
)
api.add_router("/api/pmm/v1", api_views.router)
errors.install(api)
