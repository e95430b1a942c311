"""The maps of all rooms in one."""

from __future__ import annotations

from portal.peta import admin, ekinerja, gtk, guru, kepala, operator, pengawas, pintu
from selaras.accounts.roles import Jenis

MAPS = (pintu, guru, kepala, operator, pengawas, admin, gtk, ekinerja)
OPEN_TO: dict[str, set[Jenis]] = {"/": set(Jenis)} | {path: who for one in MAPS for path, who in one.BOLEH.items()}
