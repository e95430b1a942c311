"""Setujui: a person's word from the command line, and the position derived anew from it."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from selaras.config import clock
from selaras.galat import DataError
from selaras.jobs.folder import Folder, actor
from selaras.jobs.plan import scope_of
from selaras.jobs.process import process
from selaras.kinerja import nip as nip_rules
from selaras.organisasi.selectors import orang_id
from selaras.review import authority, final_report, services
from selaras.review.authority import Authority
from selaras.review.selectors import Waiting, waiting
from selaras.review.services import Putusan, Reviewed


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as the command line names him."""

    oleh: str | None = None
    sebagai: str = "admin"
    nomor_sk: str | None = None
    sk_mulai: dt.date | None = None
    sk_sampai: dt.date | None = None


def authority_of(folder: Folder, speaker: Speaker, sekolah: int | None) -> Authority:
    """Turn the words of the command line into an authority. Raises `DataError` or `Stop` when they do not make one."""
    name, instansi = speaker.oleh or actor(), folder.need().id
    if speaker.sebagai == "kepala":
        return authority.head(folder.connection, instansi=instansi, nip=name)
    person = orang_id(folder.connection, instansi=instansi, nip=nip_rules.compact(name)) if _number(name) else None
    if person is not None:
        row = folder.connection.execute("SELECT nama FROM potret WHERE orang_id = %s", (person,)).fetchone()
        name = row[0] if row and row[0] else nip_rules.mask(name)
    if speaker.sebagai == authority.ADMIN:
        return authority.admin(name, person)
    return Authority(name, speaker.sebagai, person, sekolah, speaker.nomor_sk, speaker.sk_mulai, speaker.sk_sampai)


def listed(
    folder: Folder, *, tahun: int, run: int, sekolah: int | None = None, orang: int | None = None, decided: bool = False
) -> list[Waiting]:
    """Bring the position up to date and list what waits for a word."""
    process(folder, tahun=tahun, run=run)
    scope = scope_of(folder, tahun=tahun, run=run)
    return waiting(folder.connection, scope, sekolah=sekolah, orang=orang, decided=decided)


def say_word(
    folder: Folder, who: Authority, entries: list[int], putusan: Putusan, *, alasan: str | None, tahun: int, run: int
) -> Reviewed:
    """Write the word, commit, derive anew."""
    scope, now = scope_of(folder, tahun=tahun, run=run), clock.now()
    if putusan is Putusan.SETUJU:
        found = services.approve(folder.connection, scope, who, entries, now=now, alasan=alasan)
    elif putusan is Putusan.KEMBALIKAN:
        found = services.give_back(folder.connection, scope, who, entries, alasan=alasan or "", now=now)
    else:
        found = services.decide(folder.connection, scope, who, entries, putusan, alasan=alasan or "", now=now)
    folder.connection.commit()
    process(folder, tahun=tahun, run=run)
    return found


def lock(folder: Folder, who: Authority, sekolah: int, *, tahun: int, run: int) -> None:
    """Lock the final report of a school."""
    process(folder, tahun=tahun, run=run)
    scope = scope_of(folder, tahun=tahun, run=run)
    final_report.lock(folder.connection, scope, who, sekolah, now=clock.now())
    folder.connection.commit()
    process(folder, tahun=tahun, run=run)


def unlock(
    folder: Folder, who: Authority, sekolah: int, *, disetujui_oleh: str, alasan: str, tahun: int, run: int
) -> None:
    """Reopen the final report of a school."""
    scope = scope_of(folder, tahun=tahun, run=run)
    final_report.unlock(
        folder.connection, scope, who, sekolah, disetujui_oleh=disetujui_oleh, alasan=alasan, now=clock.now()
    )
    folder.connection.commit()
    process(folder, tahun=tahun, run=run)


def people_in(folder: Folder, path: Path) -> set[int]:
    """Read a list of NIPs, one a line or in a column `nip`. Raises `DataError` that names every unknown one."""
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").replace(";", ",").splitlines()))
    except (OSError, UnicodeDecodeError):
        raise DataError("daftar tidak bisa dibaca.", di_mana=path.name, langkah="Simpan sebagai CSV UTF-8.") from None
    column = next((i for row in rows[:1] for i, name in enumerate(row) if name.strip().lower() == "nip"), None)
    cells = [row[column or 0].strip() for row in rows[column is not None :] if len(row) > (column or 0)]
    numbers = [nip_rules.compact(cell) for cell in cells if cell]
    known = {number: orang_id(folder.connection, instansi=folder.need().id, nip=number) for number in numbers}
    if unknown := [nip_rules.mask(number) for number, person in known.items() if person is None]:
        raise DataError(
            f"NIP ini tidak ada di data: {', '.join(unknown)}.",
            di_mana=path.name,
            langkah="Periksa daftarnya; belum ada yang diputuskan.",
        )
    return {person for person in known.values() if person is not None}


def _number(name: str) -> bool:
    return nip_rules.is_valid(nip_rules.compact(name))
