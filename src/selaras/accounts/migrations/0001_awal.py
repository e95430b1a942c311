import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import selaras.accounts.roles


class Migration(migrations.Migration):
    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("username", models.CharField(max_length=150, unique=True)),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                ("nama", models.CharField(blank=True, default="", max_length=200)),
                ("orang_id", models.IntegerField(null=True, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("dibuat", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "db_table": "ac_pengguna",
            },
        ),
        migrations.CreateModel(
            name="Akses",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("waktu", models.DateTimeField(db_index=True)),
                ("peran", models.CharField(max_length=20)),
                ("apa", models.CharField(max_length=100)),
                ("metode", models.CharField(max_length=10)),
                ("sekolah_id", models.IntegerField(null=True)),
                ("orang_id", models.IntegerField(db_index=True, null=True)),
                ("status", models.SmallIntegerField()),
                (
                    "pengguna",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "ac_akses",
            },
        ),
        migrations.CreateModel(
            name="KodeMasuk",
            fields=[
                ("jejak", models.BinaryField(primary_key=True, serialize=False)),
                ("orang_id", models.IntegerField()),
                ("sekolah_id", models.IntegerField(null=True)),
                ("dibuat", models.DateTimeField()),
                ("berlaku_sampai", models.DateTimeField()),
                ("dipakai", models.DateTimeField(null=True)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "ac_kode",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dipakai__isnull", True)), fields=("orang_id",), name="kode_satu_terbuka"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Peran",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("guru", "Guru"),
                            ("kepala", "Kepala sekolah"),
                            ("operator", "Operator sekolah"),
                            ("pengawas", "Pengawas"),
                            ("admin_dinas", "Admin dinas"),
                            ("admin_instansi", "Admin instansi"),
                            ("teknisi", "Teknisi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("instansi_id", models.IntegerField()),
                ("sekolah_id", models.IntegerField(null=True)),
                (
                    "sebagai",
                    models.CharField(
                        choices=[("definitif", "Definitif"), ("plt", "Plt."), ("plh", "Plh.")],
                        default=selaras.accounts.roles.Sebagai["DEFINITIF"],
                        max_length=10,
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("mulai", models.DateField()),
                ("sampai", models.DateField(null=True)),
                ("diberi_oleh", models.CharField(max_length=200)),
                ("dicabut", models.DateTimeField(null=True)),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="peran", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "ac_peran",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis__in", ["kepala", "operator", "pengawas"]), _negated=True),
                            ("sekolah_id__isnull", False),
                            _connector="OR",
                        ),
                        name="peran_sekolah",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sebagai", selaras.accounts.roles.Sebagai["DEFINITIF"]),
                            models.Q(("nomor_sk", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="peran_sk",
                    ),
                ],
            },
        ),
    ]
