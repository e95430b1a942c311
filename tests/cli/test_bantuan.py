"""The pages of --help: every command explains itself in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from selaras.cli.main import cli

ENGLISH = ("Usage", "Options:", "Commands:", "Arguments:", "Show ", "INTEGER", "TEXT", "[default", "required]", "ARGS")


def pages(
    command: click.Command, parent: click.Context | None = None, name: str = "selaras"
) -> Iterator[click.Context]:
    """Walk through every command and the commands below it."""
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found, below
            yield from pages(found, context, below)


@pytest.mark.parametrize("context", list(pages(cli)), ids=lambda context: context.command_path)
def test_it_explains_itself_in_indonesian(context: click.Context) -> None:
    page = context.get_help()
    assert page.startswith("Cara pakai: selaras")
    assert context.command.help
    assert not [word for word in ENGLISH if word in page]
