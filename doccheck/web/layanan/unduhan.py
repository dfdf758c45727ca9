"""Files made of a check on demand: task "unduhan". The same forms as the command line writes, with the decisions of the reviewers in
them."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from msgspec import Struct

from doccheck.aturan import Rule
from doccheck.bahasa import LANGS, Lang, berbahasa, tandai
from doccheck.checks.pilihan import pilih
from doccheck.checks.rules import load_rules
from doccheck.kalimat import kalimat, tulis
from doccheck.model import Report
from doccheck.triase.keputusan import terapkan
from doccheck.workspace import per_pemda

from ..kerja import antrean
from ..models import Akun, Pemeriksaan, Unduhan
from . import gudang, laporan, tempat, temuan

BENTUK: dict[str, tuple[str, str, str]] = {
    "html": (tandai("Laporan (HTML)"), "laporan.html", "text/html"),
    "lhe": (tandai("Hasil evaluasi (Word)"), "lhe.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "reviu": (
        tandai("Catatan reviu (Word)"),
        "catatan-reviu.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "kke": (tandai("Kertas kerja (Excel)"), "kertas-kerja.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "asli": (tandai("Dokumen asli bertanda (ZIP)"), "dokumen-bertanda.zip", "application/zip"),
}
"""form -> name for people, file name, content type."""


def dengan_keputusan(row: Pemeriksaan, report: Report) -> Report:
    """The report with the triage of today."""
    return terapkan(report, temuan.keputusan(row.periode.pemda, report.findings))


def minta(row: Pemeriksaan, bentuk: str, bahasa: Lang, oleh: Akun) -> Unduhan:
    """The file of this form as the triage stands now; it is made where it isn't there yet. Raises KeyError for an unknown form and
    LookupError where the check has no report."""
    if bentuk not in BENTUK:
        raise KeyError(bentuk)
    if not row.berkas_laporan:
        raise LookupError(row.pk)
    latest = max((one.pk for one in temuan.triase(row.periode.pemda).values()), default=0)
    kunci = hashlib.sha256(f"{row.berkas_laporan} {bentuk} {bahasa} {latest}".encode()).hexdigest()
    known = Unduhan.objects.filter(pemeriksaan=row, bentuk=bentuk, kunci=kunci).exclude(keadaan="gagal").first()
    if known:
        return known
    made = Unduhan.objects.create(pemeriksaan=row, bentuk=bentuk, kunci=kunci, bahasa=bahasa, oleh=oleh)
    antrean.tambah("unduhan", ringan=True, unduhan_id=made.pk)
    return made


def kerjakan(unduhan_id: int) -> None:
    row = Unduhan.objects.select_related("pemeriksaan__periode__pemda").get(pk=unduhan_id)
    report = laporan.muat(row.pemeriksaan)
    if row.keadaan == "siap" or report is None:
        return
    lang = next(lang for lang in LANGS if lang == row.bahasa)
    with tempat.kerja() as documents, tempat.kerja() as ruang:
        versi = {one.nama: one.versi for one in row.pemeriksaan.isi.select_related("versi__berkas")}
        laporan.gelar(versi, documents)
        minta = _Minta(row.bentuk, lang, dengan_keputusan(row.pemeriksaan, report), documents, ruang)
        isi = tempat.terbatas(_buat, minta, tempat.batas(ruang, 4 * settings.KONFIG.detik))
    row.nama = gudang.tulis(f"unduhan/{row.pk}", isi)
    row.keadaan = "siap"
    row.save(update_fields=("nama", "keadaan"))


class _Minta(Struct, frozen=True):
    bentuk: str
    bahasa: Lang
    report: Report
    root: Path
    folder: Path


def _buat(minta: _Minta) -> bytes:
    with berbahasa(minta.bahasa):
        return buat(minta.bentuk, minta.report, minta.root, minta.folder)


def menyerah(pesan: str, unduhan_id: int) -> None:
    Unduhan.objects.filter(pk=unduhan_id).update(keadaan="gagal", pesan=tulis(pesan or kalimat("Berkas tidak dapat dibuat.")))


def buat(bentuk: str, report: Report, root: Path, folder: Path) -> bytes:
    """The file's bytes. root: folder with the documents · folder: room for what is made on the way."""
    from doccheck.bahasa import get_lang
    from doccheck.config import AturanConfig

    rules: list[Rule] = pilih(load_rules(), AturanConfig())
    if bentuk == "html":
        from doccheck.report.html import render

        return render(report, root, lang=get_lang()).encode()
    if bentuk == "lhe":
        from doccheck.report import lhe

        return lhe.render(report, root, rules)
    if bentuk == "reviu":
        from doccheck.report import reviu

        return reviu.render(report, rules)
    if bentuk == "kke":
        from doccheck.report.kke import buku

        return buku(report, rules, per_pemda(report.documents))
    return _bertanda(report, root, folder, rules)


def _bertanda(report: Report, root: Path, folder: Path, rules: list[Rule]) -> bytes:
    from doccheck.anotasi import tandai_dokumen

    target = folder / "bertanda"
    target.mkdir()
    tandai_dokumen(report, root, target, rules, waktu=datetime.now())
    packed = folder / "bertanda.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(target.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(target).as_posix())
    return packed.read_bytes()
