"""Icons of lucide as inline SVG, and the badge of a keadaan: no request, no script, coloured by the text around them.

Both stand in every row of long lists, so they are made once and kept, not rendered from a template each time.
"""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from selaras.ui.keadaan import rupa


@lru_cache(maxsize=256)
def svg(nama: str, label: str = "", ukuran: int = 20) -> SafeString:
    """Return the icon `nama`. Without a label it is decoration and hidden from a screen reader.

    Raises `lucide.IconDoesNotExist` for a name that lucide does not carry: a mistake in a template, not in the data.
    """
    suara = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    teks = lucide(nama, size=ukuran, **{"class": "ikon", "focusable": "false", **suara})
    return mark_safe(re.sub(r">\s+<", "><", teks))  # noqa: S308  # ElementTree wrote it and escaped the label


@lru_cache(maxsize=512)
def lencana(kunci: str, jumlah: str | None = None) -> SafeString:
    """Return the badge of a keadaan, with a number before the words when there is one."""
    lihat = rupa(kunci)
    kata = [(jumlah,)] if jumlah is not None else []
    isi = format_html_join(" ", "<span>{}</span>", [*kata, (lihat.kata,)])
    return format_html('<span class="lencana nada-{}">{}{}</span>', lihat.nada, svg(lihat.ikon, "", 18), isi)
