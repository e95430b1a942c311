"""Control tables of sign-in. Whoever a person is stands in `organisasi`; here stands only that he may come in."""

from __future__ import annotations

import uuid

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import BaseUserManager
from django.db import models

from selaras.accounts.roles import Jenis, Sebagai


class PenggunaManager(BaseUserManager):
    """Makes users for whoever asks through Django."""

    def create_user(self, username: str, password: str | None = None, **more: object) -> Pengguna:
        """Make a user; without a password he can only come in another way."""
        user: Pengguna = self.model(username=username, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class Pengguna(AbstractBaseUser):
    """Somebody who signs in. `orang_id` ties him to a person; a technician has none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    nama = models.CharField(max_length=200, blank=True, default="")
    orang_id = models.IntegerField(null=True, unique=True)
    is_active = models.BooleanField(default=True)
    dibuat = models.DateTimeField(auto_now_add=True)

    objects = PenggunaManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []  # noqa: RUF012 - Django reads it from the class

    class Meta:
        """Name of the table."""

        db_table = "ac_pengguna"

    def __str__(self) -> str:
        """Name the user without a number."""
        return self.nama or "pengguna"


class Peran(models.Model):
    """A role that somebody was given. Guru and definitive head follow from the data and stand nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="peran")
    jenis = models.CharField(max_length=20, choices=Jenis.choices())
    instansi_id = models.IntegerField()
    sekolah_id = models.IntegerField(null=True)
    sebagai = models.CharField(max_length=10, choices=Sebagai.choices(), default=Sebagai.DEFINITIF)
    nomor_sk = models.CharField(max_length=100, blank=True, default="")
    mulai = models.DateField()
    sampai = models.DateField(null=True)
    diberi_oleh = models.CharField(max_length=200)
    dicabut = models.DateTimeField(null=True)

    class Meta:
        """Name of the table, and what can not be."""

        db_table = "ac_peran"
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(jenis__in=Jenis.of_school()) | models.Q(sekolah_id__isnull=False),
                name="peran_sekolah",
            ),
            models.CheckConstraint(
                condition=models.Q(sebagai=Sebagai.DEFINITIF) | ~models.Q(nomor_sk=""), name="peran_sk"
            ),
        )


class KodeMasuk(models.Model):
    """A one-time code, known only by its hash: whose it is, until when, and when it was used."""

    jejak = models.BinaryField(primary_key=True)
    orang_id = models.IntegerField()
    sekolah_id = models.IntegerField(null=True)
    dibuat = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.SET_NULL)
    berlaku_sampai = models.DateTimeField()
    dipakai = models.DateTimeField(null=True)

    class Meta:
        """Name of the table; of one person only one code is open."""

        db_table = "ac_kode"
        constraints = (
            models.UniqueConstraint(
                fields=("orang_id",), condition=models.Q(dipakai__isnull=True), name="kode_satu_terbuka"
            ),
        )


class Akses(models.Model):
    """Who looked at what: written for every request about people, never changed."""

    id = models.BigAutoField(primary_key=True)
    waktu = models.DateTimeField(db_index=True)
    pengguna = models.ForeignKey(Pengguna, null=True, on_delete=models.SET_NULL)
    peran = models.CharField(max_length=20)
    apa = models.CharField(max_length=100)
    metode = models.CharField(max_length=10)
    sekolah_id = models.IntegerField(null=True)
    orang_id = models.IntegerField(null=True, db_index=True)
    status = models.SmallIntegerField()

    class Meta:
        """Name of the table."""

        db_table = "ac_akses"


class Percobaan(models.Model):
    """How often something was tried since when: names that are being guessed at, and second factors already used."""

    kunci = models.BinaryField(primary_key=True)
    sejak = models.DateTimeField()
    banyak = models.IntegerField()

    class Meta:
        """Name of the table."""

        db_table = "ac_percobaan"
