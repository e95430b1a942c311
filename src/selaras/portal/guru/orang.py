"""Whom a page of this room is about: oneself, or somebody whom the role may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from selaras.accounts.roles import Izin
from selaras.galat import Forbidden
from selaras.portal.db import scope_of, scoped
from selaras.portal.ids import name_of, number_of
from selaras.portal.kartu import sapaan

_WHO = (
    "SELECT p.nama, p.nip, p.kepala, p.sekolah_id, s.nama "
    "FROM potret p LEFT JOIN sekolah s ON s.id = p.sekolah_id WHERE p.orang_id = %s"
)
_TABS = (("", "Ringkasan"), ("langkah", "Lima langkah"), ("riwayat", "Riwayat"), ("bukti", "Bukti"))


@dataclass(frozen=True, slots=True)
class Dilihat:
    """The person of a page; `sendiri`: whoever looks is that person, and may speak."""

    id: int
    nama: str
    nip: str | None
    kepala: bool
    sekolah_id: int | None
    sekolah: str
    sendiri: bool

    @property
    def sapaan(self) -> str:
        """Say how the person is addressed."""
        return sapaan(self.nip)

    def alamat(self, halaman: str = "") -> str:
        """Return the address of one of the pages about this person."""
        ending = f"_{halaman}" if halaman else ""
        names = [] if self.sendiri else [name_of("orang", self.id)]
        return str(reverse(f"{'saya' if self.sendiri else 'orang'}{ending}", args=names))

    def tab(self, halaman: str) -> list[dict[str, object]]:
        """List the pages about this person; the open one is marked."""
        found = [{"teks": teks, "url": self.alamat(one), "kini": one == halaman} for one, teks in _TABS]
        if self.sendiri:
            found.append({"teks": "Pesan e-Kinerja", "url": reverse("saya_pesan"), "kini": halaman == "pesan"})
        return found


def diri(request: HttpRequest) -> Dilihat:
    """Return whoever is signed in, as a person. Raises `Forbidden` for an account without one."""
    scope = scope_of(request)
    scope.perlu(Izin.LIHAT_DIRI, orang=scope.orang)
    if scope.orang is None:
        raise Forbidden("Akun ini tidak terikat pada seorang pegawai.")
    return _who(request, scope.orang, sendiri=True) or Dilihat(
        scope.orang, scope.nama, None, kepala=False, sekolah_id=None, sekolah="", sendiri=True
    )


def seseorang(request: HttpRequest, nama: str) -> Dilihat:
    """Return the person that an address names. Raises `Forbidden` for another teacher, `Http404` out of reach."""
    number = number_of("orang", nama)
    scope_of(request).perlu(Izin.LIHAT_DIRI, orang=number)
    found = _who(request, number, sendiri=False)
    if found is None:
        raise Http404
    return found


def dilihat(request: HttpRequest, nama: str | None) -> Dilihat:
    """Return the person of the page, with or without a name in the address, and put it into the access record."""
    found = diri(request) if nama is None else seseorang(request, nama)
    request.tentang = {"orang": found.id, "sekolah": found.sekolah_id}
    return found


def _who(request: HttpRequest, orang: int, *, sendiri: bool) -> Dilihat | None:
    with scoped(request) as connection:
        row = connection.execute(_WHO, (orang,)).fetchone()
    if row is None:
        return None
    nama, nip, kepala, sekolah_id, sekolah = row
    return Dilihat(orang, nama or "(tanpa nama)", nip, kepala, sekolah_id, sekolah or "", sendiri)
