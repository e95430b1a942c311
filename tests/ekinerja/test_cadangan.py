"""A backup of the folder carries the application along, with its derived columns and its tree."""

from __future__ import annotations

from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from conftest import create_database, drop_database
from ekinerja.kantor import GURU, KEPALA, Kantor, nilai, skp, tarik
from selaras.database.backup_restore import restore
from selaras.database.backup_write import backup


def test_what_was_written_comes_back_as_it_was(kantor: Kantor, server: str, template_dsn: str, tmp_path: Path) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), nilai(GURU), nilai(GURU, 400))
    kantor.tulis(tarik(nilai(GURU), versi=1))
    backup(kantor.dsn, tmp_path / "cadangan.zip")
    empty = create_database(server, template=str(conninfo_to_dict(template_dsn)["dbname"]))
    try:
        restore(empty, tmp_path / "cadangan.zip")
        again = Kantor(empty)
        assert again.gambar() == kantor.gambar()
        assert again.hasil(nilai(GURU, 400, versi=1), nilai(GURU)) == ["diterima", "diterima"]
        assert again.angka("SELECT count(*) FROM ek_periode WHERE hari_akhir >= hari_awal") == 5
        again.tutup()
    finally:
        drop_database(server, empty)
