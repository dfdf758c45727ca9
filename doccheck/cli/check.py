"""`doccheck check PATH...`: reads, links and checks documents, and reports what it found."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click
from msgspec.structs import replace

from ..bahasa import _, jamak
from ..config import Config, Tampilan
from ..model import SEVERITIES, Finding, Report
from ..triase.tampilan import utamakan
from . import opsi
from .keluaran import cetak, kemajuan, terminal, tulis
from .laporan import BENTUK, BERKAS, TEKS, isi

TEMUAN, TIDAK_DIPERIKSA, TIDAK_TERBACA = 1, 3, 4
RINGKAS = 3
"""Findings shown per agency and severity where a report file holds all of them."""


def command() -> click.Command:
    return click.Command(
        "check",
        callback=_run,
        short_help=_("Periksa dokumen dan laporkan temuan."),
        help=_(
            "Periksa dokumen (berkas atau folder): baca, tautkan, dan laporkan ketidakselarasan.\n\n"
            "Kode keluar: 0 tidak ada temuan pada atau di atas --fail-on; 1 ada; 2 salah pakai atau konfigurasi salah; "
            "3 tidak ada yang dapat diperiksa; 4 ada dokumen yang tidak terbaca (1 mengalahkan 4)."
        ),
        params=[
            opsi.paths(),
            opsi.bentuk(*BENTUK),
            click.Option(
                ["--output", "-o"], type=click.Path(path_type=Path, dir_okay=False),
                help=_("Tulis laporan ke berkas ini (baku: {nama}).").format(nama=", ".join(map(str, BERKAS.values()))),
            ),
            click.Option(
                ["--fail-on"], type=click.Choice([*SEVERITIES, "tidak"]),
                help=_("Keparahan terendah yang menggagalkan pemeriksaan; 'tidak': tidak pernah (baku: tinggi)."),
            ),
            click.Option(
                ["--min-keyakinan"], type=click.FloatRange(0, 1),
                help=_("Temuan di bawah keyakinan ini hanya 'perlu telaah' dan tidak menggagalkan (baku: 0.7)."),
            ),
            click.Option(
                ["--tampilkan"], type=click.Choice(get_args(Tampilan)),
                help=_(
                    "Tanpa temuan pelengkap (kerapian dan petunjuk), semua temuan, atau hanya yang menggagalkan pemeriksaan (baku: utama; "
                    "JSON: semua)."
                ),
            ),
            click.Option(["--hanya"], multiple=True, metavar=_("ATURAN"), help=_("Hanya aturan atau keluarga ini (TGT-01, TGT).")),
            click.Option(["--nonaktif"], multiple=True, metavar=_("ATURAN"), help=_("Tanpa aturan atau keluarga ini.")),
            opsi.profil(),
            click.Option(
                ["--statistik"], is_flag=True,
                help=_("Tampilkan waktu dan banyaknya temuan setiap aturan, yang terlama lebih dahulu (ke stderr)."),
            ),
            *opsi.people(),
            *opsi.history(),
            *opsi.reading(),
            *opsi.display(),
        ],
    )


def _run(
    paths: tuple[Path, ...],
    bentuk: str,
    output: Path | None,
    fail_on: str | None,
    min_keyakinan: float | None,
    tampilkan: Tampilan | None,
    hanya: tuple[str, ...],
    nonaktif: tuple[str, ...],
    profil: tuple[str, ...],
    statistik: bool,
    baseline_path: Path | None,
    only_new: bool,
    since: str | None,
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    keputusan_path: Path | None,
    templat: Path | None,
    watch: bool,
    **membaca: Any,
) -> None:
    from ..workspace import check

    output = output or BERKAS.get(bentuk)
    if watch:
        _watch(paths, output, config_path, keputusan_path)
        return

    config = opsi.override(opsi.load_config(config_path, paths, profil), hanya, nonaktif, fail_on, min_keyakinan, tampilkan)
    decide = opsi.deciding(keputusan_path, bentuk, output)
    narrow = opsi.narrowing(paths, config, baseline_path, only_new, since)
    with kemajuan(not quiet) as progress:
        costs: dict[str, float] = {}
        report = narrow(decide(check(paths, config, progress=progress, biaya=costs if statistik else None, **opsi.cara(**membaca))))
    if statistik:
        _costs(report, costs)
    report = _yang_ditampilkan(report, bentuk, config)
    _write(report, paths, bentuk, output, config, templat)
    if bentuk not in TEKS or output is not None:
        _summary(report, output, tanpa_warna, quiet)
    click.get_current_context().exit(exit_code(report, config))


def _watch(paths: tuple[Path, ...], output: Path | None, config_path: Path | None, keputusan_path: Path | None) -> None:
    """Runs the command as it was called, without --watch, after each change."""
    from .pantau import keadaan, pantau, sekitar

    given = {**click.get_current_context().params, "watch": False}
    written = [output] if output else []
    pantau(lambda: keadaan(paths, sekitar(paths, config_path, keputusan_path), written), lambda: _run(**given))


def _write(
    report: Report, paths: tuple[Path, ...], bentuk: str, output: Path | None, config: Config, templat: Path | None
) -> None:
    if bentuk != "console":
        teks = isi(report, bentuk, paths, config, templat)
        if output:
            tulis(output, teks)
        elif isinstance(teks, str):
            cetak(teks)
    elif output is not None:
        from io import StringIO

        from rich.console import Console

        from ..report.console import print_report
        from ..workspace import unread

        stream = StringIO()
        print_report(Console(file=stream, width=120, color_system=None), report, unread(report))
        tulis(output, stream.getvalue())


def _summary(report: Report, output: Path | None, tanpa_warna: bool, quiet: bool) -> None:
    from ..report.console import print_path, print_report, ringkasan
    from ..workspace import examined, unread

    console = terminal(warna=not tanpa_warna)
    if quiet:
        console.print(ringkasan(report, unread(report)), soft_wrap=True)
    else:
        print_report(console, report, unread(report), RINGKAS if output else None)
    if output:
        print_path(console, output)
    if not examined(report):
        click.echo(_("Tidak ada yang dapat diperiksa: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)


def _costs(report: Report, costs: dict[str, float]) -> None:
    """Seconds and findings of each rule, the dearest first."""
    from collections import Counter

    found = Counter(finding.aturan for finding in report.findings)
    click.echo(f"{_('Aturan'):<8} {_('Waktu'):>10} {_('Temuan'):>6}", err=True)
    for id, seconds in sorted(costs.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{id:<8} {seconds:8.3f} s {found[id]:6}", err=True)
    click.echo(f"{_('jumlah'):<8} {sum(costs.values()):8.3f} s {len(report.findings):6}", err=True)


def menggagalkan(finding: Finding, config: Config) -> bool:
    """Whether the finding fails a check."""
    if config.gagal == "tidak" or finding.telaah or (finding.pelengkap and config.tampilkan != "semua"):
        return False
    return SEVERITIES.index(finding.keparahan) <= SEVERITIES.index(config.gagal)


def _yang_ditampilkan(report: Report, bentuk: str, config: Config) -> Report:
    """The report with what is to be shown; says on stderr how many do not fail and are not. JSON has all, marked, unless told otherwise."""
    if config.tampilkan != "menggagalkan" or config.gagal == "tidak":
        main = utamakan(report, config)
        if bentuk == "json":
            return replace(main, pelengkap=()) if config.tampilkan == "utama" else report
        return main
    shown = tuple(finding for finding in report.findings if menggagalkan(finding, config))
    if hidden := len(report.findings) - len(shown):
        pesan = jamak("{n} temuan yang tidak menggagalkan tidak ditampilkan; semuanya: --tampilkan semua", hidden)
        click.echo(pesan.format(n=hidden), err=True)
    return replace(report, findings=shown)


def exit_code(report: Report, config: Config) -> int:
    """0, 1, 3 or 4 as the command's help says. Doubtful findings ("perlu telaah") never fail a check; where nothing was
    examined, the only findings are those about reading, and 3 says more than 1."""
    from ..workspace import examined, unread

    if not examined(report):
        return TIDAK_DIPERIKSA
    if any(menggagalkan(finding, config) for finding in report.findings):
        return TEMUAN
    return TIDAK_TERBACA if unread(report) else 0
