"""`doccheck orientasi INDIKATOR`: what an indicator measures, and why doccheck thinks so."""

from __future__ import annotations

from pathlib import Path

import click

from ..alasan import terjemah
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
        short_help=_("Tampilkan orientasi satu indikator atau sasaran dan alasannya."),
        help=_("Tampilkan apa yang diukur sebuah indikator (outcome, output, proses, input), arah yang baik, temanya, dan alasannya. "
               "Dengan --sasaran, tampilkan juga apa yang dinyatakan sasaran itu: keadaan, kegiatan, upaya, barang, atau pengulangan "
               "indikatornya. Putusan dalam doccheck.toml dan doccheck-indikator.csv di folder ini ikut berlaku."),
        params=[
            click.Argument(["indikator"], metavar="[INDIKATOR]", required=False),
            click.Option(["--satuan"], help=_("Satuan indikator.")),
            click.Option(["--sasaran"], help=_("Sasaran yang diukur indikator, atau yang dinilai sendiri.")),
            opsi.bentuk("teks", "json"),
            opsi.configuration(),
        ],
    )


RUMUSAN = {
    "keadaan": tandai("keadaan yang ingin diwujudkan"),
    "kegiatan": tandai("kegiatan, bukan hasil"),
    "upaya": tandai("upaya perangkat daerah, bukan keadaan"),
    "barang": tandai("tersedianya barang, dokumen, atau layanan"),
    "tautologi": tandai("pengulangan indikator atau kata sendiri"),
    "tidak_diketahui": tandai("tidak diketahui"),
}


def _run(indikator: str | None, satuan: str | None, sasaran: str | None, bentuk: str, config_path: Path | None) -> None:
    from ..classify import orientation, penilaian_sasaran, polaritas, tema
    from ..match.putusan import memutus

    if not indikator and not sasaran:
        raise click.UsageError(_("Sebutkan INDIKATOR, --sasaran, atau keduanya."))
    with memutus(opsi.decisions(config_path)):
        goal = penilaian_sasaran(sasaran, (indikator,) if indikator else ()) if sasaran else None
        hasil = orientation(indikator, satuan, sasaran) if indikator else None
        arah = polaritas(indikator, satuan) if indikator else None
    themes = tema(indikator or sasaran or "")
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_tanya import orientasi_json

        cetak(dumps(orientasi_json(indikator, satuan, sasaran, hasil, goal, arah, themes)))
        return
    if hasil:
        click.echo(f"{_('Putusan')}: {_(LABEL[hasil.label])} ({_('keyakinan')} {hasil.confidence:.2f})")
        click.echo(f"{_('Alasan')}: {terjemah(hasil.reason)}")
        click.echo(f"{_('Arah yang baik')}: {arah or _('tidak diketahui')}")
    if goal:
        click.echo(f"{_('Sasaran')}: {_(RUMUSAN[goal.label])} ({_('keyakinan')} {goal.confidence:.2f})")
        click.echo(f"{_('Alasan')}: {terjemah(goal.reason)}")
    if themes:
        click.echo(f"{_('Tema lintas sektor')}: {', '.join(themes)}")
