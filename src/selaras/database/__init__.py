"""The database: a small supervisor for the embedded PostgreSQL 18, connections, backup and restore.

`open_database()` is all that most code needs: it returns a conninfo that works, whatever state the folder was in.
"""

from selaras.database.connection import connect
from selaras.database.folder import data_folder
from selaras.database.opening import open_database
from selaras.database.status import Status, status, stop

__all__ = ["Status", "connect", "data_folder", "open_database", "status", "stop"]
