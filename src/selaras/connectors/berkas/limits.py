"""Every limit of the reader in one place: beyond it a file is refused with a sentence, never half read.

The sizes leave room for the largest region (40,000 teachers, 12 monthly reports) by a factor of ten.
"""

from __future__ import annotations

from typing import Final

MIB: Final = 1 << 20

HEADER_ROWS: Final = 25  # rows searched for the header; exports have it on row 1, 5 or 8
SNIFF_BYTES: Final = MIB  # how much is looked at to tell kind, encoding and delimiter
BLOCK_BYTES: Final = 1 << 16

MAX_LINE_BYTES: Final = MIB  # one line of CSV or NDJSON
MAX_JSON_BYTES: Final = 40 * MIB  # held in memory as a whole, about six times its size

MAX_MEMBERS: Final = 10_000  # files in one ZIP
MAX_ARCHIVE_BYTES: Final = 2048 * MIB  # all members of one ZIP, unpacked
MAX_WORKBOOK_BYTES: Final = 512 * MIB  # all parts of one workbook, unpacked
MAX_RATIO: Final = 200  # unpacked : packed, judged above RATIO_FREE_BYTES only
RATIO_FREE_BYTES: Final = 32 * MIB

MAX_CELLS: Final = 4_000_000  # one sheet, counted as the box around its filled cells
CHILD_BYTES: Final = 1024 * MIB  # address space of the process that unpacks a workbook
CHILD_SECONDS: Final = 180
