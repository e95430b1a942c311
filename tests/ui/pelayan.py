"""A process of its own that serves the gallery, broken views and templates sent to it; `python pelayan.py FOLDER`.

Apart from the test process because Django is set up once per process and other rooms set it up for a database. There is
no database here at all: a page that asked for one would fail.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings

FOLDER = Path(sys.argv[1])


def configure() -> None:
    from selaras.ui import pengaturan

    settings.configure(
        **pengaturan.web_settings(
            FOLDER / "statis", context_processors=("django.contrib.messages.context_processors.messages",)
        ),
        SECRET_KEY="kunci-uji",
        ALLOWED_HOSTS=["127.0.0.1"],
        DEBUG=False,
        INSTALLED_APPS=[pengaturan.STATICFILES_APP, pengaturan.APP],
        MIDDLEWARE=[
            *pengaturan.MIDDLEWARE_AWAL,
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            *pengaturan.MIDDLEWARE_AKHIR,
        ],
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        ROOT_URLCONF="__main__",
        LANGUAGE_CODE="id",
        USE_TZ=True,
        TIME_ZONE="Asia/Jakarta",
        SELARAS_LATIHAN=True,
        SELARAS_INSTANSI="Pemerintah Kabupaten Latihan Selaras",
        LOGGING_CONFIG=None,
    )
    import django

    django.setup()
    logging.getLogger("django").setLevel(logging.CRITICAL + 1)


configure()

from django.core.exceptions import PermissionDenied, SuspiciousOperation  # noqa: E402  # only after setup
from django.http import Http404, HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402

from selaras import galat  # noqa: E402
from selaras.ui import galat_halaman, gallery, statis  # noqa: E402

RAHASIA = "198501012010012999 rahasia-di-dalam-galat"
ERRORS = {
    "400": SuspiciousOperation(RAHASIA),
    "403": PermissionDenied(RAHASIA),
    "404": Http404(RAHASIA),
    "500": ZeroDivisionError(RAHASIA),
    "dilarang": galat.Forbidden(RAHASIA),
    "data": galat.DataError("Kolom <b>NIP</b> tidak ada.", di_mana="lembar 1", langkah="Unduh ulang berkasnya."),
    "lagi": galat.TryAgain("e-Kinerja sedang sibuk.", after=29.5),
    "henti": galat.Stop("Rencana sudah dipakai.", langkah="Buat rencana baru."),
}


def fail(request: HttpRequest, nama: str) -> HttpResponse:
    if "masuk" in request.GET:
        request.bingkai = gallery.bingkai()
    raise ERRORS[nama]


@csrf_exempt
def rakit(request: HttpRequest) -> HttpResponse:
    pesanan = json.loads(request.body)
    teks = "{% load selaras_ui %}" + pesanan["sumber"]
    return HttpResponse(engines["django"].from_string(teks).render(pesanan["isi"], request))


SEGAR = {"n": 0, "lihat": 0}
HALAMAN_SEGAR = """{% extends "ui/dasar.html" %}{% block isi %}<h1>Berjalan</h1>
<div data-segarkan="/segar/isi/"><p data-kabar>Tahap 0</p><button id="tekan">Tekan</button><a href="/">Lain</a>
<p class="tanpa-skrip"><a href="">Muat ulang</a></p></div>{% endblock %}"""


def segar(request: HttpRequest) -> HttpResponse:
    SEGAR["lihat"] = 0
    SEGAR["n"] = int(request.GET.get("n", "3"))
    return HttpResponse(engines["django"].from_string(HALAMAN_SEGAR).render({}, request))


def segar_isi(request: HttpRequest) -> HttpResponse:
    SEGAR["lihat"] += 1
    if SEGAR["n"] == 0:
        return HttpResponse(status=503)
    selesai = "data-selesai" if SEGAR["lihat"] >= SEGAR["n"] else ""
    return HttpResponse(
        f'<p data-kabar {selesai}>Tahap {SEGAR["lihat"]}</p><p>baru</p><button id="tekan">Tekan</button>'
        "<script>document.title='jahat'</script>"
        '<p class="tanpa-skrip"><a href="">Muat ulang</a></p>'
    )


def segar_hitung(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(SEGAR["lihat"]))


urlpatterns = [
    path("segar/", segar),
    path("segar/isi/", segar_isi),
    path("segar/hitung/", segar_hitung),
    path("", gallery.galeri),
    path("konfirmasi/", gallery.konfirmasi),
    path("kirim/", gallery.konfirmasi),
    path("galat/<str:nama>/", fail),
    path("rawat/", galat_halaman.pemeliharaan),
    path("rakit/", rakit),
]
handler400 = "selaras.ui.galat_halaman.tidak_terbaca"
handler403 = "selaras.ui.galat_halaman.tidak_berhak"
handler404 = "selaras.ui.galat_halaman.tidak_ada"
handler500 = "selaras.ui.galat_halaman.rusak"


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


def main() -> None:
    statis.kumpulkan(FOLDER / "statis")
    from django.core.wsgi import get_wsgi_application

    with make_server("127.0.0.1", 0, get_wsgi_application(), Server, Quiet) as server:
        (FOLDER / "alamat.tmp").write_text(f"http://127.0.0.1:{server.server_port}")
        (FOLDER / "alamat.tmp").rename(FOLDER / "alamat")
        server.serve_forever()


if __name__ == "__main__":
    main()
