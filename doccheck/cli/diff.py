"""`doccheck diff OLD NEW`: two versions of a document or of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..bahasa import _, get_lang
from ..config import Config
from ..model import Dokumen, Report
from . import opsi
from .keluaran import cetak, kemajuan, terminal, tulis

TIDAK_DIPERIKSA, TIDAK_TERBACA = 3, 4
LAPORAN = Path("perubahan-doccheck.html")


def command() -> click.Command:
    kind = click.Path(path_type=Path, exists=True)
    return click.Command(
        "diff",
        callback=_run,
        short_help=_("Bandingkan dua versi dokumen."),
        help=_(
            "Bandingkan dua versi satu dokumen atau satu folder: kinerja, indikator, target, dan pagu yang berubah, pindah, hilang, "
            "atau baru; temuan yang selesai, tetap, dan baru; serta tautan yang perlu dilihat kembali karena dokumen atasnya berubah.\n\n"
            "Kode keluar: 0 dibandingkan; 2 salah pakai; 3 salah satu versi tidak memuat kinerja yang terbaca; "
            "4 ada dokumen yang tidak terbaca."
        ),
        params=[
            click.Argument(["lama"], metavar=_("LAMA"), type=kind),
            click.Argument(["baru"], metavar=_("BARU"), type=kind),
            click.Option(
                ["--dengan"], multiple=True, type=kind, metavar="PATH",
                help=_("Dokumen lain yang tidak berubah (misalnya Renstra dan PK di bawah RPJMD yang diubah); boleh berulang."),
            ),
            opsi.bentuk("console", "html", "json"),
            click.Option(
                ["--output", "-o"], type=click.Path(path_type=Path, dir_okay=False),
                help=_("Tulis laporan ke berkas ini (baku untuk html: {nama}).").format(nama=LAPORAN),
            ),
            opsi.profil(),
            *opsi.reading(),
            *opsi.display(),
        ],
    )  # fmt: skip


def _run(
    lama: Path,
    baru: Path,
    dengan: tuple[Path, ...],
    bentuk: str,
    output: Path | None,
    profil: tuple[str, ...],
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..perubahan import bandingkan
    from ..workspace import examined, read_documents, unread

    config = opsi.load_config(config_path, (baru,), profil)
    cara = opsi.cara(**membaca)
    with kemajuan(not quiet) as progress:
        beside = _beside(*read_documents(dengan, config, progress=progress, **cara)) if dengan else ()
        sides = []
        for path in (lama, baru):
            documents, notes = read_documents([path], config, progress=progress, **cara)
            sides.append(_checked((*documents, *beside), notes, config, path))
    hasil = bandingkan(sides[0], sides[1], beside)
    if bentuk == "html":
        from ..report.perubahan_html import render

        output = output or LAPORAN
        tulis(output, render(hasil, lama.name, baru.name, lang=get_lang()))
    elif bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_diff import diff_json

        text = dumps(diff_json(hasil))
        tulis(output, text) if output else cetak(text)
    _show(hasil, bentuk, output, tanpa_warna, quiet)
    if not all(examined(_without(side, beside)) for side in sides):
        click.echo(_("Tidak ada yang dapat dibandingkan: salah satu versi tidak memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
    if any(unread(side) for side in sides):
        click.get_current_context().exit(TIDAK_TERBACA)


def _beside(documents: tuple[Dokumen, ...], notes: tuple[Any, ...]) -> tuple[Dokumen, ...]:
    """The unchanged documents, under names that those of the versions cannot have."""
    from msgspec.structs import replace

    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    return tuple(replace(dokumen, berkas=f"(tetap)/{dokumen.berkas}") for dokumen in documents)


def _checked(documents: tuple[Dokumen, ...], notes: tuple[Any, ...], config: Config, path: Path) -> Report:
    from ..checks.pilihan import pilih
    from ..checks.rules import load_rules
    from ..triase.putusan import baca
    from ..workspace import check_documents, root_of

    rules = tuple(pilih(load_rules(), config.aturan))
    return check_documents(documents, notes, config, rules, baca(config, root_of([path])))


def _without(report: Report, beside: tuple[Dokumen, ...]) -> Report:
    from msgspec.structs import replace

    names = {dokumen.berkas for dokumen in beside}
    return replace(report, documents=tuple(d for d in report.documents if d.berkas not in names))


def _show(hasil: Any, bentuk: str, output: Path | None, tanpa_warna: bool, quiet: bool) -> None:
    from ..report.console import print_path
    from ..report.perubahan import print_diff, ringkas_temuan

    console = terminal(warna=not tanpa_warna)
    if bentuk == "console" and output is not None:
        from io import StringIO

        from rich.console import Console

        stream = StringIO()
        print_diff(Console(file=stream, width=120, color_system=None), hasil)
        tulis(output, stream.getvalue())
    elif bentuk == "console" and not quiet:
        print_diff(console, hasil)
    if (bentuk == "console" and quiet) or bentuk == "html":
        console.print(f"{_('Temuan')}: {ringkas_temuan(hasil)}", soft_wrap=True, markup=False)
    if output:
        print_path(console, output)
