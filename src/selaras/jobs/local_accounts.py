"""Local accounts from the command line: whoever runs the machine of the folder makes, lists, shuts and mends them."""

from __future__ import annotations

from selaras.accounts import local
from selaras.accounts.local import AkunLokal
from selaras.accounts.roles import Jenis
from selaras.accounts.services import system_scope
from selaras.config import clock
from selaras.config.django import set_up
from selaras.database import open_database
from selaras.galat import DataError
from selaras.jobs.folder import Folder, actor

ROLES = local.ROLES


def create(folder: Folder, *, nama: str, sandi: str, jenis: Jenis) -> None:
    """Make an account, and commit. Raises `DataError` when name or password can not be used."""
    connection = folder.connection
    name = local.local_name(nama)
    scope = system_scope(connection, instansi=folder.need().id, actor=actor())
    hashed = _hashed(sandi, name)
    local.local_create(connection, scope, nama=name, sandi=hashed, jenis=jenis, today=clock.today())
    connection.commit()


def password(folder: Folder, *, nama: str, sandi: str) -> None:
    """Set another password, and commit."""
    name = local.local_name(nama)
    local.local_password(folder.connection, nama=name, sandi=_hashed(sandi, name))
    folder.connection.commit()


def close(folder: Folder, *, nama: str) -> None:
    """Shut an account, and commit."""
    local.local_close(folder.connection, nama=nama)
    folder.connection.commit()


def reset(folder: Folder, *, nama: str) -> None:
    """Forget the second factor of an account, and commit."""
    local.local_reset(folder.connection, nama=nama)
    folder.connection.commit()


def listed(folder: Folder) -> list[AkunLokal]:
    """List the local accounts."""
    return local.local_list(folder.connection)


def _hashed(sandi: str, nama: str) -> str:
    """Return a password as it is kept. Raises `DataError` with everything that is wrong with it."""
    set_up(open_database())
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    from selaras.accounts.models import Pengguna

    with translation.override("id"):
        try:
            validate_password(sandi, Pengguna(username=nama, nama=nama))
        except ValidationError as error:
            raise DataError(" ".join(error.messages), langkah="Pilih kata sandi lain.") from None
    return str(make_password(sandi))
