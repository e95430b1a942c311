from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("accounts", "0002_rls"),)
    operations = (
        migrations.CreateModel(
            name="Percobaan",
            fields=[
                ("kunci", models.BinaryField(primary_key=True, serialize=False)),
                ("sejak", models.DateTimeField()),
                ("banyak", models.IntegerField()),
            ],
            options={"db_table": "ac_percobaan"},
        ),
    )
