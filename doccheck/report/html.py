"""The HTML report: one file that opens without a network, prints, and can be read by keyboard and screen reader.

Templates, style and script lie in templates/laporan and are written into the file. Everything that comes from documents is
escaped; a Content-Security-Policy forbids the file to load anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from .. import __version__
from ..aturan import Rule
from ..bahasa import Lang, berbahasa, persen
from ..checks import load_rules
from ..model import SEVERITIES, Report
from ..resources import resource
from . import analisis, labels, peta, rantai, ringkas, summary, tindak_lanjut, views
from .keluarga import KELUARGA
from .lingkungan import lingkungan
from .petikan import petikan
from .pictures import Album, album


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


@cache
def _environment() -> Environment:
    env = lingkungan("laporan", "matriks")
    env.filters.update(paragraf=_paragraphs, persen=persen, judul_dokumen=views.judul_dokumen, waktu=labels.waktu)
    env.filters["tempat"] = labels.tempat
    env.filters["pita"] = views.pita_keyakinan
    return env


def _asset(name: str) -> Markup:
    """A style sheet or script of our own, as it is."""
    return Markup(resource("templates", "laporan", name).read_text(encoding="utf-8"))


def render(
    report: Report,
    root: Path | None,
    *,
    lang: Lang = "id",
    pictures: bool = True,
    tanggal: str | None = None,
    rules: Iterable[Rule] | None = None,
) -> str:
    """The report as one HTML document.

    root: folder to which the paths of documents and evidence are relative; without it, or with pictures=False, evidence is
    shown as text alone. tanggal: printed as given; without it the file carries no date and equal reports give equal bytes.
    rules: names, explanations and legal bases (the shipped rules by default). A rule that is not among them is shown by its
    id. The texts of findings and of reading notes keep the language in which they were made.
    """
    known = {rule.id: rule for rule in (load_rules() if rules is None else rules)}
    images = album(report.findings, root) if pictures and root is not None else Album()
    excerpts = petikan(report.findings, root) if pictures and root is not None else {}
    skipped = views.tidak_dinilai(report, known)
    with berbahasa(lang):
        notes = views.catatan_per_berkas(report)
        groups = views.kelompok(report, views.Rupa(images.cuplikan, excerpts), known)
        human = views.manusia(report, known, lang)
        noted = {note.kode for file in notes.values() for note in file}
        used = sorted({f.aturan for f in (*report.findings, *report.pelengkap)} | set(skipped) | set(human) | (noted & set(known)))
        return (
            _environment()
            .get_template("laporan.html.j2")
            .render(
                lang=lang,
                versi=__version__,
                tanggal=tanggal,
                gaya=_asset("gaya.css") + _asset("rantai.css") + Markup(rantai.warna()),
                skrip=_asset("laporan.js") + _asset("rantai.js"),
                report=report,
                pemda=views.pemda(report.documents),
                total=summary.hitung(report.findings),
                kelompok=groups,
                peta_keluarga=peta.peta_keluarga(groups),
                peta_masalah=peta.peta_masalah(groups),
                keluarga=peta.keluarga,
                manusia=human,
                **rantai.rantai(report),
                tindak_lanjut=tindak_lanjut.kelompok(report),
                hasil_tindak_lanjut=tindak_lanjut.ringkasan(report),
                HASIL=tindak_lanjut.HASIL,
                analisis=analisis.susun(views.berlaku(report)),
                ANALISIS=analisis.ANALISIS,
                KEADAAN_ANALISIS=analisis.KEADAAN,
                per_masalah=summary.per_masalah(report),
                hitung=summary.hitung,
                baris_baseline=ringkas.baris_baseline(report),
                baris_diabaikan=ringkas.baris_diabaikan(report),
                teks_usang=ringkas.teks_usang,
                umur_temuan=ringkas.umur_temuan,
                tanda_keputusan=ringkas.tanda_keputusan,
                tanda_ragu=ringkas.tanda_ragu,
                catatan=notes,
                tidak_dinilai=skipped,
                per_alasan=views.per_alasan(skipped),
                belum_dinilai_per_masalah={
                    nomor: [rule for rule in skipped if rule in known and nomor in known[rule].masalah] for nomor in labels.MASALAH
                },
                masalah_diperiksa={nomor for rule in known.values() for nomor in rule.masalah},
                dokumen_bertemuan={bukti.dokumen for finding in report.findings for bukti in finding.bukti},
                kunci_dokumen=views.kunci_dokumen(report),
                aturan=known,
                aturan_dipakai=used,
                album=images,
                SEJAJAR=views.SEJAJAR,
                KEPARAHAN=labels.KEPARAHAN,
                JENIS=labels.JENIS,
                TABEL=labels.TABEL,
                MASALAH=labels.MASALAH,
                KELUARGA=KELUARGA,
                PITA=views.PITA,
                SEVERITIES=SEVERITIES,
            )
        )
