"""The command line: one module a command, loaded when it is called.

Exit codes: 0 fine · 1 findings at or above --fail-on · 2 wrong use or configuration · 3 nothing could be examined ·
4 some document could not be read · 70 a fault of doccheck itself · 130 interrupted.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

import click

from .. import __version__
from ..bahasa import LANGS, Lang, _, set_lang
from .galat import tampilkan

COMMANDS = (
    "check", "baseline", "diff", "annotate", "extract", "matrix", "kaskade", "bulanan", "compare", "orientasi", "rules", "explain",
    "templates", "nomenklatur", "init", "cache", "serve", "worker", "arsip",
)  # fmt: skip


class LazyGroup(click.Group):
    """Imports the module of a command only when it is called (or listed)."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            pesan = _("Tidak ada perintah {nama}.").format(nama=repr(args[0]))
            ctx.fail(pesan + (" " + _("Mungkin: {nama}?").format(nama=near[0]) if near else ""))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f".{cmd_name}", __name__).command()
        for known in (command, *getattr(command, "commands", {}).values()):
            known.params.append(_lang_option())
            _istilah(known)
        return command


def _istilah(command: click.Command) -> None:
    """What click writes in English whatever the language: placeholders of options, arguments and values."""
    command.options_metavar = _("[PILIHAN]")
    if isinstance(command, click.Group):
        words = _("PERINTAH [ARGUMEN]...")
        command.subcommand_metavar = words.replace(words.split()[0], f"[{words.split()[0]}]") if command.invoke_without_command else words
    for param in command.params:
        if param.metavar is None and isinstance(param, click.Option) and not param.is_flag:
            if isinstance(param.type, click.types.IntParamType):
                param.metavar = _("ANGKA")
            elif isinstance(param.type, click.types.FloatParamType):
                param.metavar = _("BILANGAN")
            elif isinstance(param.type, click.types.StringParamType):
                param.metavar = _("TEKS")


def _lang_option() -> click.Option:
    """Accepted everywhere; its value was taken by `_pick_lang` before anything was shown."""
    return click.Option(["--lang"], type=click.Choice(LANGS), expose_value=False, help=_("Bahasa keluaran (baku: id)."))


def group() -> click.Group:
    """The command group, with its help in the current language."""
    made = LazyGroup(
        "doccheck",
        help=_("Memeriksa konsistensi dokumen perencanaan kinerja pemerintah daerah (SAKIP)."),
        epilog=_(
            "Mulai dengan: doccheck check FOLDER. Bantuan satu perintah: doccheck PERINTAH --help. Pengaturan: doccheck.toml di folder "
            "dokumen (doccheck init)."
        ),
        params=[
            _lang_option(),
            click.Option(
                ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help=_("Tampilkan versi.")
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
    _istilah(made)
    return made


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"doccheck {__version__}")
        ctx.exit()


def _pick_lang(args: Sequence[str]) -> Lang:
    """The language that the arguments or DOCCHECK_LANG name. Looked up before parsing, because help and errors of the
    parser need it already; a wrong value is left to the parser to refuse."""
    wanted = os.environ.get("DOCCHECK_LANG", "id")
    for index, arg in enumerate(args):
        if arg == "--":
            break
        if arg == "--lang" and index + 1 < len(args):
            wanted = args[index + 1]
        elif arg.startswith("--lang="):
            wanted = arg.removeprefix("--lang=")
    return "en" if wanted == "en" else "id"


def _click_in(lang: Lang) -> None:
    """click takes its own words (Usage, Error) from the gettext domain of the process."""
    import gettext
    from pathlib import Path

    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("click", str(Path(__file__).resolve().parent.parent / "locale"))
    gettext.textdomain("click")


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    if args is None:
        gc.set_threshold(50_000, 20, 20)  # starting makes a hundred thousand objects that stay
        atexit.register(gc.freeze)  # the process ends: walking everything once more for garbage would take a twentieth of a check
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's linear algebra, which nothing uses, would start by spinning 60 ms
    args = sys.argv[1:] if args is None else list(args)
    lang = _pick_lang(args)
    set_lang(lang)
    _click_in(lang)
    try:
        code = group().main(args, prog_name="doccheck", standalone_mode=False)
    except BrokenPipeError:
        # the reader of our output (head, less) has gone; the interpreter must not fail on its last flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (KeyboardInterrupt, Exception) as error:
        sys.exit(tampilkan(error))
    sys.exit(code if isinstance(code, int) else 0)
