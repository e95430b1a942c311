"""Addresses of the API server."""

from django.urls import path

from selaras.pmm.api import api
from selaras.pmm.api_errors import errors

urlpatterns = [path("", api.urls)]
handler400 = handler404 = errors.nowhere
handler500 = errors.broken
