"""Turning the knobs while the provider runs, as with the simulator of e-Kinerja.

`POST /_simulasi/gangguan` turns them, `GET /_simulasi/gangguan` shows them, `GET /_simulasi/catatan` gives the counts
and `DELETE /_simulasi/catatan` clears them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import orjson
from django.http import HttpRequest, HttpResponse

from selaras.galat import DataError
from selaras.myasn.faults import parse
from selaras.myasn.methods import answers
from selaras.myasn.provider import provider


@answers("GET", "POST", strangers=True)
def gangguan(request: HttpRequest) -> HttpResponse:
    """Show the knobs, or turn them."""
    board = provider().board
    if request.method == "POST":
        try:
            board.turn(parse(orjson.loads(request.body or b"{}")))
        except orjson.JSONDecodeError:
            return _json({"pesan": "Setelan gangguan bukan JSON."}, 400)
        except DataError as error:
            return _json({"pesan": str(error)}, 400)
    return _json(board.knobs.plain())


@answers("GET", "DELETE", strangers=True)
def catatan(request: HttpRequest) -> HttpResponse:
    """Give the counts, or clear them."""
    board = provider().board
    if request.method == "DELETE":
        board.forget()
    return _json(board.counts())


@answers("GET", "HEAD")
def gaya(request: HttpRequest) -> HttpResponse:
    """Give the style sheet."""
    return HttpResponse(_style(), content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


@answers("GET", "HEAD")
def ikon(request: HttpRequest) -> HttpResponse:
    """Say that there is no icon: browsers ask for one."""
    return HttpResponse(status=204)


@cache
def _style() -> bytes:
    return (Path(__file__).parent / "templates" / "myasn" / "gaya.css").read_bytes()


def _json(data: object, status: int = 200) -> HttpResponse:
    body = orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)
    return HttpResponse(body, status=status, content_type="application/json")
