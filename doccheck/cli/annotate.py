"""`doccheck annotate PATH... -o DIR`: gives documents back with their findings in them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..bahasa import _, jamak
from ..config import Config
from . import opsi
from .keluaran import kemajuan, terminal

if TYPE_CHECKING:
    from ..anotasi import Ditandai

TIDAK_DIPERIKSA, TIDAK_TERBACA = 3, 4


def command() -> click.Command:
    return click.Command(
        "annotate",
        callback=_run,
        short_help=_("Tandai temuan di dalam salinan dokumen."),
        help=_(
            "Tulis salinan setiap dokumen yang bertemuan dengan tanda di tempatnya: komentar Word (DOCX), catatan sel (XLSX), sorotan "
            "dan catatan (PDF); untuk jenis lain daftar temuan di sebelahnya. Dokumen asli tidak diubah, nama berkas tetap."
        ),
        params=[
            opsi.paths(),
            click.Option(
                ["--output", "-o", "target"], required=True, type=click.Path(path_type=Path, file_okay=False),
                metavar="DIR", help=_("Folder untuk salinan bertanda."),
            ),
            click.Option(
                ["--usulan"], is_flag=True,
                help=_(
                    "Tulis juga usulan perbaikan rumusan dan target menurut dokumen atas sebagai perubahan terlacak (DOCX), yang dapat "
                    "diterima atau ditolak di Word."
                ),
            ),
            click.Option(["--hanya"], multiple=True, metavar=_("ATURAN"), help=_("Hanya aturan atau keluarga ini (TGT-01, TGT).")),
            click.Option(["--nonaktif"], multiple=True, metavar=_("ATURAN"), help=_("Tanpa aturan atau keluarga ini.")),
            *opsi.history(),
            opsi.profil(),
            *opsi.reading(),
            *opsi.display(),
        ],
    )  # fmt: skip


def _run(
    paths: tuple[Path, ...],
    target: Path,
    usulan: bool,
    hanya: tuple[str, ...],
    nonaktif: tuple[str, ...],
    baseline_path: Path | None,
    only_new: bool,
    since: str | None,
    profil: tuple[str, ...],
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..anotasi import tandai_dokumen
    from ..workspace import check, examined, root_of, unread

    root = root_of(paths)
    _apart(root, target)
    config = opsi.override(opsi.load_config(config_path, paths, profil), hanya, nonaktif)
    narrow = opsi.narrowing(paths, config, baseline_path, only_new, since)
    with kemajuan(not quiet) as progress:
        report = narrow(check(paths, config, progress=progress, **opsi.cara(**membaca)))
    results = tandai_dokumen(report, root, target, _rules(config), usulan=usulan, waktu=datetime.now())
    console = terminal(warna=not tanpa_warna)
    if not quiet:
        for one in results:
            console.print(_line(one), soft_wrap=True, markup=False)
    marked = sum(one.cara != "tanpa_temuan" for one in results)
    console.print(jamak("{n} dokumen ditulis", marked).format(n=marked) + f": {target}", soft_wrap=True, markup=False)
    if not examined(report):
        click.echo(_("Tidak ada yang dapat diperiksa: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
    click.get_current_context().exit(TIDAK_TERBACA if unread(report) else 0)


def _apart(root: Path, target: Path) -> None:
    """The copies must not lie among the originals: they would be overwritten, or read in the next run."""
    if target.resolve() == root or target.resolve().is_relative_to(root):
        raise click.BadParameter(_("{target} ada di dalam folder dokumen; pilih folder lain.").format(target=target), param_hint="-o")


def _rules(config: Config) -> list[Any]:
    from ..checks.pilihan import pilih
    from ..checks.rules import load_rules

    return pilih(load_rules(), config.aturan)


def _line(one: Ditandai) -> str:
    if one.cara == "tanpa_temuan":
        return f"  {one.berkas}: {_('tanpa temuan')}"
    text = f"  {one.berkas}: {jamak('{n} tanda', one.temuan).format(n=one.temuan)}"
    if one.usulan:
        text += ", " + jamak("{n} usulan perubahan", one.usulan).format(n=one.usulan)
    if one.cara == "daftar" and one.target:
        text += f" → {one.target.name} ({one.alasan})"
    return text
