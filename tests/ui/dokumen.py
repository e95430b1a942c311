"""A page as a test looks at it: every element with its attributes, found with the parser of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Unsur:
    nama: str
    sifat: dict[str, str]
    teks: str = ""


@dataclass
class Dokumen(HTMLParser):
    unsur: list[Unsur] = field(default_factory=list)
    terbuka: list[Unsur] = field(default_factory=list)

    TUNGGAL = frozenset({"meta", "link", "input", "br", "img", "hr", "path", "rect", "circle", "line", "polyline"})

    @classmethod
    def baca(cls, html: str) -> Dokumen:
        ini = cls()
        HTMLParser.__init__(ini)
        ini.feed(html)
        ini.close()
        return ini

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        satu = Unsur(tag, {k: v or "" for k, v in attrs})
        self.unsur.append(satu)
        if tag not in self.TUNGGAL:
            self.terbuka.append(satu)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append(Unsur(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.TUNGGAL:
            return
        assert self.terbuka, f"</{tag}> too many"
        assert self.terbuka[-1].nama == tag, f"<{self.terbuka[-1].nama}> closed by </{tag}>"
        self.terbuka.pop()

    def handle_data(self, data: str) -> None:
        for satu in self.terbuka:
            satu.teks += data

    def semua(self, nama: str, kelas: str = "") -> list[Unsur]:
        return [u for u in self.unsur if u.nama == nama and (not kelas or kelas in u.sifat.get("class", "").split())]

    def id(self) -> list[str]:
        return [u.sifat["id"] for u in self.unsur if "id" in u.sifat]
