"""Log Sinkronisasi: who was refused with which message, what it means, and who deals with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from selaras.accounts.roles import Izin
from selaras.ledger.catalogue import Texts
from selaras.monitoring.log import OWN, Catatan, Saring, causes, log_messages, log_page
from selaras.portal.admin.periode import own
from selaras.portal.admin.proses import paged, show, the_instansi
from selaras.portal.db import owner, scope_of
from selaras.portal.guru.tautan import alamat
from selaras.portal.ids import name_of

SHORT = 70  # signs of a message in the filter


class SaringForm(forms.Form):
    """School, message, state."""

    sekolah = forms.CharField(label="Sekolah atau NPSN", max_length=80, required=False)
    pesan = forms.ChoiceField(label="Pesan", required=False)
    keadaan = forms.ChoiceField(
        label="Keadaan orangnya sekarang",
        required=False,
        choices=[("", "Semua"), ("masih", "Belum selaras"), ("selesai", "Sudah selaras")],
    )

    def __init__(self, *args: Any, pesan: list[tuple[str, int]], **kwargs: Any) -> None:
        """Take the messages that there are."""
        super().__init__(*args, **kwargs)
        shown = [(text, f"{text[:SHORT]}{'...' if len(text) > SHORT else ''} ({count})") for text, count in pesan]
        self.fields["pesan"].choices = [("", "Semua pesan"), *shown]


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """List the log, a page at a time, each message with cause and owner."""
    scope_of(request).perlu(Izin.LIHAT_INSTANSI)
    with owner() as connection:  # whoever may see this page reaches the whole instansi
        instansi = the_instansi(connection)
        builtin = own(instansi)
        form = SaringForm(request.GET, pesan=log_messages(connection, instansi=instansi, bawaan=builtin))
        wish = Saring(**form.cleaned_data) if form.is_valid() else Saring()

        def fetch(limit: int, offset: int) -> tuple[list[Any], int]:
            found = log_page(connection, instansi=instansi, bawaan=builtin, saring=wish, limit=limit, offset=offset)
            return found, found[0].semua if found else 0

        page = paged(request, fetch)
        known = causes(connection, [one.pesan for one in page.object_list], instansi=instansi)
    page.object_list = [_line(one, known[one.pesan]) for one in page]
    content = {"halaman": page, "form": form, "bawaan": builtin, "disaring": wish != Saring()}
    return show(request, "log", "log", content, status=200 if form.is_valid() else 422)


def _line(one: Catatan, cause: Texts) -> dict[str, Any]:
    return {
        "c": one,
        "sebab": cause,
        "dikenal": cause.kode != OWN,
        "url": alamat(one.orang_id) if one.orang_id else "",
        "url_sekolah": f"/sekolah/{name_of('sekolah', one.sekolah_id)}/" if one.sekolah_id else "",
    }
