"""Addresses of the API server."""

from django.urls import path

from selaras.ekinerja import api_errors
from selaras.ekinerja.api import api

urlpatterns = [path("", api.urls)]
handler400 = handler404 = api_errors.nowhere
handler500 = api_errors.broken
