"""What a failed call means: which of the exceptions of `connectors.target` it is, by what may have happened.

A call that only reads never takes effect, so its failures are `TryAgain` where those of a write are `Uncertain`.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

import httpx
import orjson

from selaras.galat import DataError, Postponed, SelarasError, Stop, TryAgain, Uncertain
from selaras.kinerja import nip

LONGEST_WAIT = 24 * 3600.0
_NUMBER = re.compile(r"\d{15,20}")
_WRONG_CALL = (400, 413, 422)


class TooOften(TryAgain):
    """The target asks for fewer calls: it is well, so the circuit stays closed."""


def of_transport(error: httpx.HTTPError, where: str, *, took_effect: bool) -> SelarasError:
    """Explain a call that got no whole answer; `took_effect` says that a write may have."""
    if isinstance(error, httpx.UnsupportedProtocol):
        return wrong_address(where)
    if took_effect:
        return uncertain(where)
    return TryAgain(
        "e-Kinerja tidak dapat dihubungi; tidak ada yang tersimpan oleh panggilan ini.",
        di_mana=where,
        langkah="Periksa apakah layanan itu menyala dan jaringan ke sana terbuka, lalu ulangi.",
    )


def of_status(response: httpx.Response, where: str, *, writing: bool) -> SelarasError | None:
    """Explain an answer by its status; None when the status is good."""
    status = response.status_code
    if status == 200:
        return None
    if status in (401, 403):
        return bad_token(where)
    if status == 429:
        return TooOften(
            "e-Kinerja meminta jeda.", di_mana=where, langkah="Lanjut sendiri setelah jeda.", after=after(response)
        )
    if status == 503:
        return _closed(response, where)
    if status in _WRONG_CALL:
        return DataError(
            f"e-Kinerja tidak menerima bentuk permintaan ini: {said(response)}",
            di_mana=where,
            langkah="Tidak ada yang tersimpan. Laporkan kepada pengelola Selaras.",
        )
    if status >= 500 or (writing and status < 400):
        return uncertain(where) if writing else broken_answer(where)
    return of_transport(httpx.ReadError(""), where, took_effect=False) if status == 408 else wrong_address(where)


def of_content(where: str, *, writing: bool) -> SelarasError:
    """Explain a good status over something that is no answer of this API."""
    return uncertain(where) if writing else broken_answer(where)


def uncertain(where: str) -> Uncertain:
    """Return what to say when a write may have taken effect."""
    return Uncertain(
        "Jawaban e-Kinerja tidak sampai utuh; kiriman itu mungkin sudah tersimpan.",
        di_mana=where,
        langkah="Jangan kirim ulang: Selaras membaca dulu apa yang tersimpan.",
    )


def broken_answer(where: str) -> TryAgain:
    """Return what to say when a read was answered by something else."""
    return TryAgain("Jawaban e-Kinerja atas pembacaan tidak utuh.", di_mana=where, langkah="Ulangi sebentar lagi.")


def unsendable(where: str) -> DataError:
    """Return what to say about text that is no Unicode."""
    return DataError("Isi yang dikirim memuat karakter yang tidak dapat disimpan.", di_mana=where)


def bad_token(where: str) -> Stop:
    """Return what to say when the token is not taken."""
    return Stop(
        "e-Kinerja menolak token: salah atau sudah kedaluwarsa.",
        di_mana=where,
        langkah="Admin instansi membuat token baru di e-Kinerja dan menempelkannya ke SELARAS_EKINERJA_TOKEN "
        "atau ke berkas token, lalu menjalankan perintah ini lagi.",
    )


def wrong_address(where: str) -> Stop:
    """Return what to say when something else lives at this address."""
    return Stop(
        "Di alamat ini tidak ada API e-Kinerja bawaan.",
        di_mana=where,
        langkah="Admin memeriksa alamat dalam SELARAS_EKINERJA_URL atau pengaturan instansi.",
    )


def _closed(response: httpx.Response, where: str) -> TryAgain:
    if _plain(response).get("kode") == "pemeliharaan":
        return Postponed(
            "e-Kinerja sedang dalam pemeliharaan; tidak ada yang terkirim.",
            di_mana=where,
            langkah="Kiriman dilanjutkan setelah pemeliharaan selesai.",
            after=after(response),
        )
    return TryAgain("e-Kinerja sedang sibuk.", di_mana=where, langkah="Ulangi sebentar lagi.", after=after(response))


def after(response: httpx.Response) -> float | None:
    """Return the seconds that Retry-After asks for, given as seconds or as a date; None when it says neither."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return min(max((moment - dt.datetime.now(dt.UTC)).total_seconds(), 0.0), LONGEST_WAIT)


def said(response: httpx.Response) -> str:
    """Return the sentence of the answer, with numbers of persons masked."""
    text = str(_plain(response).get("pesan") or f"HTTP {response.status_code}.")
    return _NUMBER.sub(lambda found: nip.mask(found[0]), text[:300])


def _plain(response: httpx.Response) -> dict[str, object]:
    try:
        found = orjson.loads(response.content)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def none_there(response: httpx.Response) -> bool:
    """Say whether a 404 is the API's word that there is nothing, and not just an address without a page."""
    return response.status_code == 404 and _plain(response).get("data") == []
