"""Addresses of the API server."""

from django.urls import path

from selaras.pmm import api_errors
from selaras.pmm.api import api

urlpatterns = [path("", api.urls)]
handler400 = handler404 = api_errors.nowhere
handler500 = api_errors.broken
