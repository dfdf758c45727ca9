"""`doccheck orientasi INDIKATOR`: what an indicator measures, and why doccheck thinks so."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _, tandai
from . import opsi
from .keluaran import cetak

LABEL = {
    "outcome": tandai("outcome (hasil bagi penerima manfaat)"),
    "output": tandai("output (barang atau jasa yang dihasilkan)"),
    "proses": tandai("proses (kegiatan yang berlangsung)"),
    "input": tandai("input (sumber daya yang dipakai)"),
    "tidak_diketahui": tandai("tidak diketahui"),
}


def command() -> click.Command:
    return click.Command(
        "orientasi",
        callback=_run,
        short_help=_("Tampilkan orientasi satu indikator dan alasannya."),
        help=_("Tampilkan apa yang diukur sebuah indikator (outcome, output, proses, input), arah yang baik, temanya, dan alasannya. "
               "Putusan dalam doccheck.toml dan doccheck-indikator.csv di folder ini ikut berlaku."),
        params=[
            click.Argument(["indikator"], metavar="INDIKATOR"),
            click.Option(["--satuan"], help=_("Satuan indikator.")),
            click.Option(["--sasaran"], help=_("Sasaran yang diukur indikator.")),
            opsi.bentuk("teks", "json"),
            opsi.configuration(),
        ],
    )


def _run(indikator: str, satuan: str | None, sasaran: str | None, bentuk: str, config_path: Path | None) -> None:
    from ..classify import orientation, polaritas, tema
    from ..match.putusan import memutus

    with memutus(opsi.decisions(config_path)):
        hasil, arah = orientation(indikator, satuan, sasaran), polaritas(indikator, satuan)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_tanya import orientasi_json

        cetak(dumps(orientasi_json(indikator, satuan, sasaran, hasil, arah, tema(indikator))))
        return
    click.echo(f"{_('Putusan')}: {_(LABEL[hasil.label])} ({_('keyakinan')} {hasil.confidence:.2f})")
    click.echo(f"{_('Alasan')}: {hasil.reason}")
    click.echo(f"{_('Arah yang baik')}: {arah or _('tidak diketahui')}")
    if themes := tema(indikator):
        click.echo(f"{_('Tema lintas sektor')}: {', '.join(themes)}")
