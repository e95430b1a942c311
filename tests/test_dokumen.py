"""What the documents name exists: links, paths, commands and their options, variables, targets, rooms, libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache, partial
from pathlib import Path

import click
import pytest

from selaras.cli.main import cli
from selaras.cli.perintah import NAMES
from selaras.plan.settings import Settings

ROOT = Path(__file__).parents[1]
HOME = ROOT / "src" / "selaras"
DOCS = [*(ROOT / f"{name}.md" for name in ("README", "ARCHITECTURE", "CONTRIBUTING")), *sorted(ROOT.glob("docs/*.md"))]
KINDS = {".py", ".sql", ".csv", ".json", ".html", ".css", ".js", ".md", ".toml", ".lock", ".in", ".service", ".timer"}
INVENTED = {"src/selaras/connectors/daftar_cuti/", "src/selaras/check/sql/C1.sql", "sql/CODE.sql", "tests/NAME/"}
MADE = ("hasil/",)  # by running, not by cloning
FENCE = re.compile(r"^ *```.*?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


@pytest.fixture(params=DOCS, ids=lambda doc: doc.stem)
def doc(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def spans(text: str) -> list[str]:
    """Return what stands in backticks within sentences."""
    return [" ".join(one.split()) for one in re.findall(r"`([^`]+)`", FENCE.sub("", text))]


def lines(text: str) -> Iterator[str]:
    """Yield everything that a reader may type: backticks, fenced and indented lines."""
    yield from spans(text)
    for block in FENCE.findall(text):
        yield from block.replace("\\\n", " ").splitlines()
    yield from re.findall(r"^    (\S.*)$", FENCE.sub("", text), re.MULTILINE)


def headings(path: Path) -> set[str]:
    """Return the anchors of a document."""
    found = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in found}


def is_path(span: str) -> bool:
    """Say whether a span means a file or folder of this tree."""
    if not re.fullmatch(r"[\w.][\w.{},*/-]*", span) or span in INVENTED or span.startswith((*MADE, ".well-known")):
        return False
    return "/" in span or Path(span).suffix in KINDS


@cache
def names() -> frozenset[str]:
    """Return the name of every file that belongs to the project."""
    places = [
        *ROOT.glob("*"),
        *(one for top in ("src", "tests", "docs", "deploy", "bench") for one in (ROOT / top).rglob("*")),
    ]
    return frozenset(one.name for one in places)


def exists(span: str, doc: Path) -> bool:
    """Say whether a path, perhaps with {a,b} and *, is there: from the root, src/selaras, or beside the document."""
    choice = re.search(r"\{([^}]*)\}", span)
    if choice:
        return all(exists(span.replace(choice[0], one, 1), doc) for one in choice[1].split(","))
    if "/" not in span.rstrip("/") and span.rstrip("/") in names():
        return True
    bases = (ROOT, HOME, doc.parent)
    return any(found.is_dir() or not span.endswith("/") for base in bases for found in base.glob(span.rstrip("/")))


def commands(line: str) -> Iterator[list[str]]:
    """Yield the words after each `selaras` that a line types."""
    for typed in re.findall(r"(?:^|[\s«/])selaras ([a-z][^|;#&»]*)", line):
        yield typed.split()


def known(words: list[str]) -> bool:
    """Say whether the words are a command, and its options its own."""
    here: click.Command | None = cli
    options = {"--json"}
    for word in words:
        if isinstance(here, click.Group) and re.fullmatch(r"[a-z][a-z-]*", word):
            here = here.get_command(click.Context(here), word)
            if here is None:
                return False
        elif here is not None and word.startswith("--"):
            options |= {opt for one in here.params for opt in (*one.opts, *one.secondary_opts)}
            if word.split("=")[0] not in options:
                return False
    return True


def test_it_leads_nowhere_that_is_not_there(doc: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", doc.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        path = (doc.parent / name).resolve() if name else doc
        assert path.exists(), target
        assert not anchor or anchor in headings(path), target


def test_it_names_no_path_that_is_not_there(doc: Path) -> None:
    text = doc.read_text(encoding="utf-8")
    told = re.findall(r"(?<![\w/`])(?:docs|src|tests|deploy|bench)/[\w./-]*\w", FENCE.sub("", text))
    named = {span for span in (*spans(text), *told) if is_path(span)}
    assert sorted(span for span in named if not exists(span, doc)) == []


def test_it_types_no_command_that_is_not_there(doc: Path) -> None:
    typed = [words for line in lines(doc.read_text(encoding="utf-8")) for words in commands(line)]
    assert [" ".join(words) for words in typed if not known(words)] == []


def test_it_names_no_variable_that_nothing_reads(doc: Path) -> None:
    code = "".join(one.read_text(encoding="utf-8") for one in HOME.rglob("*.py"))
    prefixes = set(re.findall(r'"(SELARAS_[A-Z]+)"', code))
    named = set(re.findall(r"\bSELARAS_[A-Z_]*[A-Z]\b", doc.read_text(encoding="utf-8")))
    read = set(re.findall(r"\bSELARAS_[A-Z_]*[A-Z]\b", code)) | {
        f"{p}_{end}" for p in prefixes for end in ("URL", "TOKEN")
    }
    assert sorted(named - read) == []


def test_it_names_no_make_target_that_is_not_there(doc: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    begun = re.compile(r"^ *(?:[A-Z_]+=\S+ )*make ([a-z]+)")
    typed = {found[1] for line in lines(doc.read_text(encoding="utf-8")) if (found := begun.match(line))}
    assert sorted(name for name in typed if not re.search(rf"^{name}:", makefile, re.MULTILINE)) == []


def test_the_readme_has_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = " ".join(re.findall(r"^\| (`selaras .*?) \|", readme, re.MULTILINE))
    assert set(re.findall(r"`selaras ([a-z-]+)", first)) == set(NAMES)


def test_the_readme_names_no_option_that_is_not_there() -> None:
    every = set(options_of(cli))
    told = {
        span.split()[0] for span in spans((ROOT / "README.md").read_text(encoding="utf-8")) if span.startswith("--")
    }
    assert sorted(told - every) == []


def options_of(command: click.Command) -> Iterator[str]:
    """Yield the options of a command and of those below it."""
    for one in command.params:
        yield from (*one.opts, *one.secondary_opts)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in map(partial(command.get_command, context), command.list_commands(context)):
            assert below
            yield from options_of(below)


def test_the_architecture_has_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^  ([a-z]+)/ ", text.split("```\nsrc/selaras/")[1].split("```")[0], re.MULTILINE))
    assert told == {one.parent.name for one in HOME.glob("*/__init__.py")}


def test_the_architecture_has_every_library() -> None:
    wanted = {
        re.split(r"[\[<>=]", line)[0].lower()
        for one in ("requirements.in", "requirements-dev.in")
        for line in (ROOT / one).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("-", "#"))
    }
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("### Libraries")[1].split("\n### ")[0].lower()
    assert sorted(name for name in wanted if name not in table) == []


def test_the_settings_of_an_instansi_are_those_that_the_code_reads() -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8").split("`instansi.pengaturan`")[1].split("\n## ")[0]
    told = {key for cell in re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE) for key in re.findall(r"`(\w+)`", cell)}
    code = "".join(one.read_text(encoding="utf-8") for kind in ("py", "sql") for one in HOME.rglob(f"*.{kind}"))
    assert {one.name for one in fields(Settings)} <= told
    assert sorted(key for key in told if not re.search(rf"""["']{key}["']|\b{key}: """, code)) == []


def test_the_glossary_has_every_term_once() -> None:
    text = (ROOT / "docs" / "istilah.md").read_text(encoding="utf-8")
    rows = [one for one in re.findall(r"^\| ([^|]+?) \|", text, re.MULTILINE) if one not in ("istilah", "---")]
    terms = [term for row in rows for term in re.sub(r"\([^)]*\)", "", row).split(", ")]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
