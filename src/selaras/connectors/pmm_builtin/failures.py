"""What a failed call means. Reading takes no effect, so whatever may pass is `TryAgain`."""

from __future__ import annotations

import re

import httpx
import orjson

from selaras.galat import DataError, SelarasError, Stop, TryAgain
from selaras.kinerja import nip

LONGEST_WAIT = 24 * 3600.0
_NUMBER = re.compile(r"\d{15,20}")


def of_transport(error: httpx.HTTPError, where: str) -> SelarasError:
    """Explain a call that got no whole answer."""
    if isinstance(error, httpx.UnsupportedProtocol):
        return wrong_address(where)
    return TryAgain(
        "PMM bawaan tidak dapat dihubungi.",
        di_mana=where,
        langkah="Periksa apakah layanan itu menyala dan jaringan ke sana terbuka, lalu ulangi.",
    )


def of_status(response: httpx.Response, where: str) -> SelarasError | None:
    """Explain an answer by its status; None when the status is good."""
    status = response.status_code
    if status == 200:
        return None
    if status in (401, 403):
        return Stop(
            "PMM bawaan menolak token: salah, sudah kedaluwarsa, atau bukan token baca.",
            di_mana=where,
            langkah="Admin membuat token baca yang baru dan menempelkannya ke SELARAS_PMM_TOKEN atau ke berkas token.",
        )
    if status in (429, 503):
        return TryAgain(
            "PMM bawaan sedang sibuk.", di_mana=where, langkah="Ulangi sebentar lagi.", after=_after(response)
        )
    if status in (400, 413, 422):
        return DataError(f"PMM bawaan tidak menerima permintaan ini: {_said(response)}", di_mana=where)
    return broken_answer(where) if status >= 500 or status == 408 else wrong_address(where)


def broken_answer(where: str) -> TryAgain:
    """Return what to say when a read was answered by something else."""
    return TryAgain("Jawaban PMM bawaan tidak utuh.", di_mana=where, langkah="Ulangi sebentar lagi.")


def wrong_address(where: str) -> Stop:
    """Return what to say when something else lives at this address."""
    return Stop(
        "Di alamat ini tidak ada API PMM bawaan.",
        di_mana=where,
        langkah="Admin memeriksa alamat dalam SELARAS_PMM_URL atau pengaturan instansi.",
    )


def _after(response: httpx.Response) -> float | None:
    text = response.headers.get("Retry-After", "").strip()
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() else None


def _said(response: httpx.Response) -> str:
    """Return the sentence of the answer, with numbers of persons masked."""
    try:
        found = orjson.loads(response.content)
    except orjson.JSONDecodeError:
        found = None
    text = str(found.get("pesan") if isinstance(found, dict) else f"HTTP {response.status_code}.")
    return _NUMBER.sub(lambda number: nip.mask(number[0]), text[:300])
