"""The proxy: passes requests on to the API, or spoils them as the board says.

`POST /_simulasi/gangguan` turns the knobs, `GET /_simulasi/gangguan` shows them, `GET /_simulasi/catatan` gives the
counts and `DELETE /_simulasi/catatan` clears them. It listens on this machine only.
"""

from __future__ import annotations

import http.client
import os
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import orjson

from selaras.ekinerja.simulator.board import Board
from selaras.ekinerja.simulator.faults import Fault, Knobs, parse
from selaras.galat import DataError

CONTROL = "/_simulasi/"
LONGEST_BODY = 64 * 1024 * 1024
PATIENCE = 120.0  # seconds for the API behind
_PASSED_ON = ("authorization", "content-type", "accept", "user-agent")
_PAGE = b"<!doctype html><title>Masuk</title><p>Silakan masuk kembali."


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer of the API."""

    status: int
    headers: dict[str, str]
    body: bytes


class Proxy(ThreadingHTTPServer):
    """Listens in front of the API at `behind` (host, port)."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, behind: tuple[str, int], board: Board) -> None:
        """Listen on this machine; port 0 takes a free one."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.behind = behind
        self.board = board


class _Handler(BaseHTTPRequestHandler):
    server: Proxy
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = PATIENCE

    def _serve(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith(CONTROL):
            self._control(path.removeprefix(CONTROL))
            return
        fault, knobs = self.server.board.arrive(path)
        if fault is Fault.RESET_EARLY:
            self._reset()
            return
        body = self._body()
        if fault is None:
            self._answer(self._pass_on(body))
        else:
            self._spoil(fault, knobs, body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _serve  # noqa: N815 - the names that http.server looks for

    def _spoil(self, fault: Fault, knobs: Knobs, body: bytes) -> None:
        match fault:
            case Fault.SLOW:
                time.sleep(knobs.detik)
                self._answer(self._pass_on(body))
            case Fault.TWICE:
                self._pass_on(body)
                self._answer(self._pass_on(body))
            case Fault.LIE:
                self._answer(_lie(body) or self._pass_on(body))
            case Fault.RESET_BEFORE:
                self._reset()
            case _ if fault in _INSTEAD:
                self._answer(_INSTEAD[fault](knobs))
            case _:
                self._spoil_after(fault, self._pass_on(body))

    def _spoil_after(self, fault: Fault, reply: Reply) -> None:
        match fault:
            case Fault.FAIL_AFTER:
                self._answer(_failure())
            case Fault.WRONG_TYPE:
                self._answer(Reply(200, {"Content-Type": "text/html; charset=utf-8"}, _PAGE))
            case Fault.HALF:
                self._answer(reply, upto=len(reply.body) // 2)
            case _:
                self._reset()

    def _body(self) -> bytes:
        length = int(self.headers.get("Content-Length") or 0)
        return self.rfile.read(min(length, LONGEST_BODY))

    def _pass_on(self, body: bytes) -> Reply:
        connection = http.client.HTTPConnection(*self.server.behind, timeout=PATIENCE)
        headers = {name: value for name, value in self.headers.items() if name.lower() in _PASSED_ON}
        try:
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            reply = Reply(answer.status, _kept(answer), answer.read())
        except ConnectionRefusedError:
            return Reply(503, {"Retry-After": "1"}, b"")
        finally:
            connection.close()
        self.server.board.passed(urlsplit(self.path).path)
        return reply

    def _answer(self, reply: Reply, upto: int | None = None) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body[:upto])
        self.close_connection = self.close_connection or upto is not None

    def _reset(self) -> None:
        """Drop the connection so that the other side sees a reset, not an end."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())

    def _control(self, name: str) -> None:
        body, board = self._body(), self.server.board
        match self.command, name:
            case "GET", "gangguan":
                self._say(board.knobs.plain())
            case "POST", "gangguan":
                self._turn(body)
            case "GET", "catatan":
                self._say(board.counts())
            case "DELETE", "catatan":
                board.forget()
                self._say(board.counts())
            case _:
                self._say({"pesan": "Yang ada: gangguan (GET, POST) dan catatan (GET, DELETE)."}, 404)

    def _turn(self, body: bytes) -> None:
        try:
            self.server.board.turn(parse(orjson.loads(body or b"{}")))
        except orjson.JSONDecodeError:
            self._say({"pesan": "Setelan gangguan bukan JSON."}, 400)
        except DataError as error:
            self._say({"pesan": str(error)}, 400)
        else:
            self._say(self.server.board.knobs.plain())

    def _say(self, data: object, status: int = 200) -> None:
        options = orjson.OPT_NON_STR_KEYS
        self._answer(Reply(status, {"Content-Type": "application/json"}, orjson.dumps(data, option=options)))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request line may carry ?nip=."""


def _kept(answer: http.client.HTTPResponse) -> dict[str, str]:
    names = ("Content-Type", "Retry-After", "WWW-Authenticate")
    return {name: value for name in names if (value := answer.getheader(name))}


def _json(status: int, pesan: str, **more: str | int) -> Reply:
    headers = {"Content-Type": "application/json"}
    if "tunggu" in more:
        headers["Retry-After"] = str(more.pop("tunggu"))
    return Reply(status, headers, orjson.dumps({"pesan": pesan, **more}))


def _failure(knobs: Knobs | None = None) -> Reply:
    return Reply(500, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>Server Error (500)</h1>")


def _token(knobs: Knobs) -> Reply:
    return _json(401, "Token kedaluwarsa.")


def _too_often(knobs: Knobs) -> Reply:
    return _json(429, "Terlalu banyak permintaan.", tunggu=knobs.tunggu)


def _maintenance(knobs: Knobs) -> Reply:
    return _json(503, "e-Kinerja sedang dalam pemeliharaan.", kode="pemeliharaan", tunggu=knobs.tunggu)


_INSTEAD: dict[Fault, Callable[[Knobs], Reply]] = {
    Fault.FAIL_BEFORE: _failure,
    Fault.TOKEN: _token,
    Fault.TOO_OFTEN: _too_often,
    Fault.MAINTENANCE: _maintenance,
}


def _lie(body: bytes) -> Reply | None:
    """Claim that every write of this call was stored; None for a call that writes nothing."""
    try:
        asked = orjson.loads(body)["operasi"]
        told = [
            {"kunci": one["kunci"], "hasil": "diterima", "versi": one["versi"] + 1, "kode": None, "pesan": None}
            for one in asked
        ]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
    return Reply(200, {"Content-Type": "application/json"}, orjson.dumps({"hasil": told}))
