from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent.parent / "sql" / "0002_rls.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = (
        ("accounts", "0001_awal"),
        ("organisasi", "0001_awal"),
        ("ledger", "0001_awal"),
        ("jobs", "0001_awal"),
    )
    operations = (migrations.RunSQL(SQL),)
