"""Static files: the theme of this room and one file of Bootstrap, hashed and compressed once per version.

`bootstrap-wrapper` carries 8 MB of styles, scripts and source maps; a finder of our own takes the single file that
the pages use. Nothing refers to another file, so the storage needs no rewriting of `url(...)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bootstrap_wrapper  # type: ignore[import-untyped]  # carries no types
from django.contrib.staticfiles.finders import BaseFinder, get_finders
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # no types

AWALAN = "bootstrap"
BERKAS = "bootstrap.min.css"
TANDA = ".terkumpul"  # of a file beside the folder: what was collected into it


class Penyimpanan(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # carries no types
    """Names with a hash, gzip and brotli beside each file."""

    patterns = ()


class BootstrapFinder(BaseFinder):  # type: ignore[misc]  # Django carries no types
    """Finds `bootstrap/bootstrap.min.css` in the installed package."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take the folder of the package."""
        self.storage = FileSystemStorage(location=bootstrap_wrapper.get_bootstrap_css_dir())
        self.storage.prefix = AWALAN
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        """Find nothing wrong: the package is a requirement."""
        del kwargs
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return where the one file lies; an empty list for every other path."""
        del kwargs
        if path != f"{AWALAN}/{BERKAS}":
            return []
        ada = self.storage.path(BERKAS)
        return [ada] if find_all else ada

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Name the one file for `collectstatic`."""
        del ignore_patterns
        yield BERKAS, self.storage


def kumpulkan(tujuan: Path) -> int:
    """Bring all static files of the installed apps to `tujuan` (STATIC_ROOT) and return how many there are.

    Django has to be set up with `pengaturan.web_settings(tujuan)`. Files of an older version stay until the folder is
    removed, so a page that is still open keeps its theme.
    """
    from django.core.management import call_command

    tujuan.mkdir(parents=True, exist_ok=True)
    tanda, isi = tujuan.with_suffix(TANDA), sidik()
    ada = (tujuan / "staticfiles.json").exists() and tanda.exists()
    if not ada or tanda.read_text(encoding="ascii") != isi:  # compressing takes longer than all the rest of a start
        call_command("collectstatic", interactive=False, verbosity=0)
        tanda.write_text(isi, encoding="ascii")
    return sum(1 for berkas in tujuan.rglob("*") if berkas.is_file())


def sidik() -> str:
    """Return one hash over the names and contents of all files that would be collected."""
    whole = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            with storage.open(name) as berkas:
                whole.update(f"{name}\0".encode() + hashlib.sha256(berkas.read()).digest())
    return whole.hexdigest()
