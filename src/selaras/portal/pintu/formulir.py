"""The forms of the ways in."""

from __future__ import annotations

from django import forms


class KodeForm(forms.Form):
    """The code as it was printed."""

    kode = forms.CharField(
        label="Kode masuk",
        max_length=40,
        help_text="Dua belas huruf dan angka dari operator sekolah, misalnya ABCD-EFGH-JKMN.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )


class LokalForm(forms.Form):
    """Name and password of a local account."""

    nama = forms.CharField(
        label="Nama pengguna",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    sandi = forms.CharField(
        label="Kata sandi akun Selaras ini",
        max_length=500,
        strip=False,
        help_text="Bukan kata sandi My ASN atau belajar.id.",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class FaktorForm(forms.Form):
    """The second factor: six digits of the app, or eight of a recovery code."""

    kode = forms.CharField(
        label="Kode dari aplikasi",
        max_length=40,
        help_text="Enam angka yang sedang tampil. HP hilang? Tulis satu kode cadangan, delapan angka.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasangForm(forms.Form):
    """The first six digits of a new app."""

    kode = forms.CharField(
        label="Enam angka dari aplikasi",
        max_length=40,
        help_text="Angka yang sedang tampil di aplikasi, sebagai bukti bahwa pemasangannya berhasil.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
