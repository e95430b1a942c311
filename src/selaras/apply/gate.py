"""Whether a plan may be carried out at all: refused whole, with a sentence that says what moved."""

from __future__ import annotations

import datetime as dt

import psycopg

from selaras.config import clock
from selaras.galat import DataError, Stop
from selaras.intake.services import RULES_VERSION
from selaras.organisasi.selectors import Instansi
from selaras.plan.digest import digest
from selaras.plan.selectors import plan_get
from selaras.plan.settings import Settings
from selaras.plan.values import Plan

NEW_PLAN = "Buat rencana baru: selaras rencana."
READ_ONLY = "Tidak ada yang dikirim ke BKN. Selaras hanya membaca."


def open_plan(connection: psycopg.Connection, plan_id: int, *, instansi: Instansi, now: dt.datetime) -> Plan:
    """Return a plan that may be carried out. Raises `Stop` or `DataError`: then nothing of it is sent."""
    if instansi.hanya_baca:
        raise Stop(READ_ONLY, langkah="Pakai daftar tindak lanjut: selaras tindak-lanjut.")
    plan = plan_get(connection, plan_id)
    if plan.instansi != instansi.id:
        raise DataError(f"Rencana nomor {plan_id} milik instansi lain.")
    if plan.ditutup:
        raise Stop(f"Rencana nomor {plan_id} sudah dipakai dan ditutup {_day(plan.ditutup)}.", langkah=NEW_PLAN)
    if now >= plan.berlaku_sampai:
        raise Stop(f"Rencana nomor {plan_id} kedaluwarsa sejak {_day(plan.berlaku_sampai)}.", langkah=NEW_PLAN)
    if digest(connection, plan_id) != plan.digest:
        raise Stop(
            f"Isi rencana nomor {plan_id} berubah sesudah disegel {_day(plan.disegel)}; tidak ada yang dikirim.",
            langkah=f"Tutup dengan «selaras kirim --rencana {plan_id} --tutup ALASAN», lalu buat rencana baru.",
        )
    _same_rules(connection, plan, instansi)
    if plan.menunggu_kedua:
        raise Stop(
            f"Rencana nomor {plan_id} menunggu persetujuan orang kedua: {' '.join(plan.ambang)}",
            langkah="Mintakan kepada orang kedua: «selaras rencana --setujui-kedua ALASAN».",
        )
    if plan.jeda:
        raise Stop(
            f"Rencana nomor {plan_id} sedang dijeda: {plan.jeda}",
            langkah=f"Lanjutkan dengan «selaras kirim --rencana {plan_id} --lanjut», atau tutup dengan --tutup ALASAN.",
        )
    return plan


def _same_rules(connection: psycopg.Connection, plan: Plan, instansi: Instansi) -> None:
    row = connection.execute("SELECT rules_version FROM plan WHERE id = %s", (plan.id,)).fetchone()
    if row is None or row[0] != RULES_VERSION:
        raise Stop(
            f"Rencana nomor {plan.id} disegel dengan aturan versi {row[0] if row else '?'}; "
            f"sekarang versi {RULES_VERSION}.",
            langkah=NEW_PLAN,
        )
    if plan.connector != instansi.target:
        raise Stop(
            f"Rencana nomor {plan.id} dibuat untuk «{plan.connector}»; instansi ini sekarang terikat pada "
            f"«{instansi.target}».",
            langkah=NEW_PLAN,
        )
    moved = _moved(plan, instansi)
    if moved:
        raise Stop(f"Pengaturan berubah sesudah rencana nomor {plan.id} disegel: {moved}.", langkah=NEW_PLAN)


def _moved(plan: Plan, instansi: Instansi) -> str:
    now = Settings.of(instansi.pengaturan).values()
    sealed = {name: value for name, value in plan.pengaturan.items() if name in now}
    return ", ".join(
        f"{name} {_shown(sealed.get(name))} menjadi {_shown(value)}"
        for name, value in now.items()
        if sealed.get(name) != value
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "tidak ada" if value is None else str(value)


def _day(moment: dt.datetime) -> str:
    return f"{moment.astimezone(clock.ZONE):%d-%m-%Y %H:%M}"
