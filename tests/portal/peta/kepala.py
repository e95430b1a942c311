"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

ONE_SCHOOL = {Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS}
DECIDES = {Jenis.KEPALA, Jenis.ADMIN_INSTANSI}
BOLEH: dict[str, set[Jenis]] = {
    "/sekolah/": ONE_SCHOOL,
    "/sekolah/langkah/": ONE_SCHOOL,
    "/sekolah/rekap/": ONE_SCHOOL,
    "/setujui/": DECIDES,
    "/verifikasi/": DECIDES,
}
LAIN: set[str] = {
    "sekolah/<str:nama>", "sekolah/<str:nama>/langkah", "sekolah/<str:nama>/rekap", "sekolah/rekap.pdf",
    "sekolah/<str:nama>/rekap.pdf", "verifikasi/<str:nama>",
}  # fmt: skip
