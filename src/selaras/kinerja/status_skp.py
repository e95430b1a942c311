"""The states of an SKP in PMM / Ruang GTK as its pages name them. Source: docs/aturan.md.

>>> NAMA[4]
'Disepakati'
"""

from __future__ import annotations

from typing import Final

NAMA: Final = {1: "Draf", 2: "Diajukan", 3: "Dikembalikan", 4: "Disepakati"}
