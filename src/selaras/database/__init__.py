"""The database: a small supervisor for the embedded PostgreSQL 18, connections, health, backup and restore.

`open_database()` is all that most code needs: it returns a conninfo that works, whatever state the folder was in.
"""

from selaras.database.backup_file import Manifest, inspect
from selaras.database.backup_restore import restore
from selaras.database.backup_write import backup
from selaras.database.connection import connect
from selaras.database.folder import data_folder
from selaras.database.health import Pemeriksaan, check
from selaras.database.opening import open_database
from selaras.database.state import Status, status, stop

__all__ = [
    "Manifest",
    "Pemeriksaan",
    "Status",
    "backup",
    "check",
    "connect",
    "data_folder",
    "inspect",
    "open_database",
    "restore",
    "status",
    "stop",
]
