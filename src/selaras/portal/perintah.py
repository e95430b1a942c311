"""Django's own commands (`manage.py check --deploy`) under the settings with which the pages of a data folder run."""

from __future__ import annotations

import os
import sys

import psycopg
from django.core.management import execute_from_command_line

from selaras.database import data_folder, open_database
from selaras.galat import SelarasError
from selaras.portal.db import DSN
from selaras.portal.wsgi import FOLDER, set_up


def main() -> None:
    """Set the pages up for the data folder of this process, then hand over to Django."""
    try:
        os.environ.setdefault(DSN, open_database())
        os.environ.setdefault(FOLDER, str(data_folder() / "portal"))
        set_up()
    except SelarasError as error:
        sys.exit(str(error))
    except psycopg.errors.UndefinedTable:
        sys.exit("Folder data ini masih kosong. Jalankan «selaras mulai» dulu.")
    execute_from_command_line(sys.argv)
