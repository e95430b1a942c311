from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql"
SQL = (_SQL / "0002_rls.sql").read_text(encoding="utf-8")
EKINERJA = (_SQL / "0002_rls_ekinerja.sql").read_text(encoding="utf-8")
PMM = (_SQL / "0002_rls_pmm.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = (
        ("accounts", "0001_awal"),
        ("organisasi", "0001_awal"),
        ("ledger", "0001_awal"),
        ("jobs", "0001_awal"),
        ("ekinerja", "0001_awal"),
        ("pmm", "0001_awal"),
    )
    operations = (migrations.RunSQL(SQL), migrations.RunSQL(EKINERJA), migrations.RunSQL(PMM))
