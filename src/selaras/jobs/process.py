"""Padan, periksa and the keadaan, in this order and in one transaction: the books are never half done."""

from __future__ import annotations

from collections.abc import Callable

import psycopg

from selaras.apply.refusals import release
from selaras.check.services import check
from selaras.config import clock
from selaras.jobs.folder import Folder, data_per
from selaras.ledger.scope import Scope
from selaras.ledger.services import derive
from selaras.ledger.stamp import last_stamp, stamp
from selaras.link.services import link

STAGES = (("padan", link), ("penolakan", release), ("periksa", check), ("keadaan", derive))


def process(folder: Folder, *, tahun: int, run: int, progress: Callable[[str], None] = lambda stage: None) -> bool:
    """Bring links, findings and states up to date. Returns False when nothing has been read yet."""
    per = data_per(folder)
    if per is None:
        return False
    scope = Scope(folder.need().id, tahun, per, run, clock.today())
    mark = stamp(folder.connection, scope)
    if mark == last_stamp(folder.connection, scope):
        return True
    with folder.connection.transaction():
        _wait_for_others(folder.connection, scope)
        for name, stage in STAGES:
            progress(name)
            stage(folder.connection, scope)
        folder.connection.execute("UPDATE run SET cap = %s WHERE id = %s", (stamp(folder.connection, scope), run))
    folder.connection.commit()
    return True


def _wait_for_others(connection: psycopg.Connection, scope: Scope) -> None:
    """Let nobody else derive the same position meanwhile: both would make its new entries."""
    connection.execute("SELECT pg_advisory_xact_lock(hashtext('selaras.olah'), %s)", (scope.instansi,))
