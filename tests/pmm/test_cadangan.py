"""A backup of the folder carries the PMM side along, with its numbers of changes."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from conftest import create_database, drop_database, run_sql
from pmm.gugus import Gugus
from selaras.database.backup_restore import restore
from selaras.database.backup_write import backup
from selaras.pmm import selectors, services

MILIK = """
DO $$ DECLARE apa record; BEGIN
  FOR apa IN SELECT relname, CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS jenis
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') AND relkind = 'S')
  LOOP EXECUTE format('ALTER %s public.%I OWNER TO uji_pmm', apa.jenis, apa.relname); END LOOP;
END $$
"""


def milik_biasa(server: str, dsn: str) -> str:
    """Give the tables to an owner who is no superuser: his restore can not switch triggers off."""
    run_sql(server, "DROP ROLE IF EXISTS uji_pmm")
    run_sql(server, "CREATE ROLE uji_pmm LOGIN PASSWORD 'x'")
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(MILIK.encode())
        connection.execute("GRANT ALL ON SCHEMA public TO uji_pmm")
    return make_conninfo(dsn, user="uji_pmm", password="x")


@pytest.mark.parametrize("biasa", [False, True])
def test_what_was_written_comes_back_as_it_was(
    gugus: Gugus, server: str, template_dsn: str, tmp_path: Path, biasa: bool
) -> None:
    skp_id = gugus.siap_dinilai()
    gugus.nilai(skp_id)
    gugus.kirim()
    before = gugus.lihat(selectors.perubahan)
    backup(gugus.dsn, tmp_path / "cadangan.zip")
    empty = create_database(server, template=str(conninfo_to_dict(template_dsn)["dbname"]))
    try:
        restore(milik_biasa(server, empty) if biasa else empty, tmp_path / "cadangan.zip")
        again = Gugus(empty)
        again.id = gugus.id
        assert again.lihat(selectors.perubahan) == before
        assert again.setahun() == gugus.setahun()
        again.panggil(services.penilaian_tarik, oleh="kepala", skp_id=skp_id, slot=302, alasan="keliru")
        [changed] = again.lihat(selectors.perubahan, setelah=before.kursor).baris
        assert changed["jenis"] == "penilaian"
        again.tutup()
    finally:
        drop_database(server, empty)
        run_sql(server, "DROP ROLE IF EXISTS uji_pmm")
