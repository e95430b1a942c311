"""The navigation of each role, put together from the rooms of pages."""

from __future__ import annotations

from selaras.accounts.scope import Cakupan
from selaras.organisasi.selectors import Instansi
from selaras.portal.admin.menu import MENU as ADMIN
from selaras.portal.butir import Butir, Grup, menu_dari
from selaras.portal.ekinerja.menu import MENU as EKINERJA
from selaras.portal.gtk.menu import MENU as GTK
from selaras.portal.guru.menu import MENU as GURU
from selaras.portal.kepala.menu import MENU as KEPALA
from selaras.portal.operator.menu import MENU as OPERATOR
from selaras.portal.pengawas.menu import MENU as PENGAWAS
from selaras.portal.pintu.menu import MENU as PINTU
from selaras.ui.bingkai import Menu

HOME = Butir(10, "Beranda", "/", "house", lambda scope: True, tepat=True)
GROUPS = (
    Grup(50, "Data", "database"),
    Grup(55, "Proses", "refresh-cw"),
    Grup(58, "Orang", "users"),
)
ALL = tuple(
    sorted((HOME, *PINTU, *GURU, *KEPALA, *OPERATOR, *PENGAWAS, *ADMIN, *GTK, *EKINERJA), key=lambda one: one.urut)
)


def menu_of(scope: Cakupan, path: str, instansi: Instansi | None = None) -> tuple[Menu, ...]:
    """Return the links of a role at an instansi; the open one is marked."""
    return menu_dari([one for one in ALL if one.untuk(scope) and one.di(instansi)], GROUPS, path)
