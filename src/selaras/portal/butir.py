"""A link of the navigation: where it stands, where it leads, whom it is for, which of them is the open one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selaras.accounts.scope import Cakupan
from selaras.organisasi.selectors import Instansi
from selaras.ui.bingkai import Menu

FLAT = 8  # more links than these stand in their groups; fewer stand side by side


def _everywhere(_: Instansi | None) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Butir:
    """One link; the lower `urut` stands first, `untuk` says which roles have it.

    grup   the group in which it stands where there are many links; alone: it stands by itself
    di     which instansi has it at all
    juga   addresses of pages that belong to it without standing below it
    tepat  pages below it are not its own
    """

    urut: int
    teks: str
    url: str
    ikon: str
    untuk: Callable[[Cakupan], bool]
    grup: str = ""
    di: Callable[[Instansi | None], bool] = _everywhere
    juga: tuple[str, ...] = ()
    tepat: bool = False


@dataclass(frozen=True, slots=True)
class Grup:
    """A group of links: where it stands among the others."""

    urut: int
    teks: str
    ikon: str


def menu_dari(own: Sequence[Butir], groups: Iterable[Grup], path: str) -> tuple[Menu, ...]:
    """Return links that a role has, many of them in groups; the one whose page is open is marked."""
    here = _open(own, path)
    found = [(one.urut, _link(one, here, path)) for one in own if not one.grup or len(own) <= FLAT]
    for group in groups if len(own) > FLAT else ():
        inside = tuple(_link(one, here, path) for one in own if one.grup == group.teks)
        if len(inside) > 1:
            marked = any(one.aktif for one in inside)
            found.append((group.urut, Menu(group.teks, "", group.ikon, aktif=marked, anak=inside)))
        else:
            found += [(group.urut, one) for one in inside]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _link(one: Butir, here: Butir | None, path: str) -> Menu:
    return Menu(one.teks, one.url, one.ikon, aktif=one is here, persis=one.url == path)


def _open(own: Sequence[Butir], path: str) -> Butir | None:
    """Return the link whose address goes furthest along the path of the page."""
    fits = [(_reach(one, path), one) for one in own]
    reach, best = max(fits, key=lambda pair: pair[0], default=(0, None))
    return best if reach else None


def _reach(one: Butir, path: str) -> int:
    if one.url == path:
        return len(path)
    below = () if one.tepat else (one.url, *one.juga)
    return max((len(start) for start in below if path.startswith(start)), default=0)
