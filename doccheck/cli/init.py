"""`doccheck init [FOLDER]`: writes a commented doccheck.toml."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _
from ..config import NAME
from .keluaran import tulis


def command() -> click.Command:
    return click.Command(
        "init",
        callback=_run,
        short_help=_("Tulis contoh doccheck.toml."),
        help=_("Tulis {nama} berisi penjelasan di folder dokumen.").format(nama=NAME),
        params=[
            click.Argument(["folder"], default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)),
            click.Option(["--force"], is_flag=True, help=_("Timpa berkas yang sudah ada.")),
        ],
    )


def _run(folder: Path, force: bool) -> None:
    path = folder / NAME
    if path.exists() and not force:
        raise click.UsageError(_("{path} sudah ada; --force menimpanya.").format(path=path))
    tulis(path, isi())
    click.echo(_("Ditulis: {path}").format(path=path))


def isi() -> str:
    """The file's text: every key with its default, commented out, so that the file as written changes nothing."""
    return _(
        "# Konfigurasi doccheck. Baris yang diawali # tidak berlaku; hapus # untuk memakainya.\n"
        "\n"
        "# Nama pemda bagi dokumen yang tidak menyebutnya, dan tahun yang dinilai.\n"
        '# pemda = "Kota Sembilang"\n'
        "# tahun = 2026\n"
        "\n"
        "# Keparahan terendah yang menggagalkan pemeriksaan: kritis, tinggi, sedang, rendah, info, atau tidak (tidak pernah).\n"
        '# fail_on = "tinggi"\n'
        "\n"
        "# Temuan dengan keyakinan di bawah nilai ini hanya ditandai \"perlu telaah\" dan tidak menggagalkan pemeriksaan.\n"
        "# min_keyakinan = 0.7\n"
        "\n"
        "# Aturan yang dijalankan; nama aturan (TGT-01) atau keluarganya (TGT). Daftar: doccheck rules\n"
        "# [aturan]\n"
        '# hanya = ["TGT", "CAS"]\n'
        '# nonaktif = ["TGT-05"]\n'
        '# keparahan = { "TGT-01" = "sedang" }\n'
        "\n"
        "# Identitas dokumen yang salah dikenali. Kunci: nama berkas, jalur di bawah folder ini, atau pola (\"arsip/*\").\n"
        '# [dokumen."renstra-dishub.pdf"]\n'
        '# jenis = "renstra"  # rpjmd, renstra, pk, iku, renja, cascading, rencana_aksi, lkjip, lhe, lainnya\n'
        '# perangkat_daerah = "Dinas Perhubungan"\n'
        "# periode = [2025, 2029]\n"
        "# tahun = 2026\n"
        "\n"
        "# Berkas yang bukan dokumen perencanaan.\n"
        '# [dokumen."arsip/*"]\n'
        "# abaikan = true\n"
        "\n"
        "# Temuan yang sudah dilihat dan diabaikan; alasan wajib, sampai boleh kosong.\n"
        "# [[abaikan]]\n"
        '# aturan = "TGT-01"\n'
        '# dokumen = "pk/*"\n'
        '# teks = "Angka Kematian Ibu"\n'
        '# alasan = "Renstra perubahan sedang diproses"\n'
        '# oleh = "Bappeda"\n'
        "# sampai = 2026-12-31\n"
    )
