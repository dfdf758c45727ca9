"""Decisions on findings, read back from an exported working paper (XLSX): accepted, rejected with a reason, or still to be looked at,
and the words that a person put in place of a recommendation.

The sheet is found by its headings, in any order and any language of doccheck, so that people may move columns and add their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from ..bahasa import LANGS, _, berbahasa, tandai
from ..config import ConfigError
from ..model import AbaikanUsang, Diabaikan, Finding, Keputusan, Report

Putusan = Literal["diterima", "ditolak", "telaah"]

SIDIK, KEPUTUSAN = tandai("sidik"), tandai("keputusan")
ALASAN, TEKS = tandai("alasan"), tandai("teks perubahan")
NILAI: dict[Putusan, str] = {"diterima": tandai("diterima"), "ditolak": tandai("ditolak"), "telaah": tandai("perlu telaah")}
"""What the column holds for each decision."""


def _names(text: str) -> set[str]:
    """The text in every language."""
    found = set()
    for lang in LANGS:
        with berbahasa(lang):
            found.add(_(text).casefold())
    return found


def baca(path: Path) -> dict[str, Keputusan]:
    """Fingerprint -> decision, of the rows in which someone decided. Other words for the recommendation alone are an acceptance.

    Raises ConfigError, with file, sheet and row: no such sheet, an unknown decision, a rejection without a reason, a finding decided twice.
    """
    found: dict[str, Keputusan] = {}
    for where, row in _rows(path):
        given = row[KEPUTUSAN].casefold()
        if not (given or row[TEKS]):
            continue
        verdict = next((key for key, text in NILAI.items() if given in _names(text)), None) if given else "diterima"
        if verdict is None:
            known = ", ".join(_(text) for text in NILAI.values())
            pesan = _("keputusan {nilai} tidak dikenal; pilihan: {daftar}").format(nilai=repr(row[KEPUTUSAN]), daftar=known)
            raise ConfigError(f"{where}: {pesan}")
        if verdict == "ditolak" and not row[ALASAN]:
            raise ConfigError(f"{where}: " + _("temuan ditolak tanpa alasan"))
        if not row[SIDIK]:
            raise ConfigError(f"{where}: " + _("sidik kosong; keputusan tidak dapat dikembalikan ke temuannya"))
        if row[SIDIK] in found:
            raise ConfigError(f"{where}: " + _("temuan {sidik} diputuskan dua kali").format(sidik=row[SIDIK]))
        found[row[SIDIK]] = Keputusan(putusan=verdict, alasan=row[ALASAN], rekomendasi=row[TEKS] or None, asal=where)
    return found


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """(file:sheet:row, column -> text) below the headings of the sheet that has all of them."""
    sheets = _sheets(path)
    wanted = {name: _names(name) for name in (SIDIK, KEPUTUSAN, ALASAN, TEKS)}
    for sheet, rows in sheets.items():
        for number, row in enumerate(rows):
            cells = [_text(cell).casefold() for cell in row]
            columns = {name: next((at for at, cell in enumerate(cells) if cell in names), None) for name, names in wanted.items()}
            if any(at is None for at in columns.values()):
                continue
            for below, values in enumerate(rows[number + 1 :], start=number + 2):
                texts = {name: _text(values[at]) if at is not None and at < len(values) else "" for name, at in columns.items()}
                yield f"{path.name}:{sheet}:{below}", texts
            return
    known = ", ".join(_(name) for name in wanted)
    raise ConfigError(f"{path}: " + _("tidak ada lembar dengan kolom {kolom}").format(kolom=known))


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise ConfigError(f"{path}: " + _("bukan buku kerja yang dapat dibaca ({rincian})").format(rincian=error)) from error


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # a fingerprint of digits only, which Excel took for a number
    return " ".join(str(cell).split()) if cell is not None else ""


def terapkan(report: Report, keputusan: Mapping[str, Keputusan]) -> Report:
    """The report with the decisions: rejected findings set aside with their reason, accepted ones certain (a person has looked), words of
    people in place of doccheck's. A rejection that matches no finding is named as unused; what was accepted and is gone has been mended."""
    kept: list[Finding] = []
    aside: list[Diabaikan] = []
    for finding in report.findings:
        made = keputusan.get(finding.sidik)
        if made is None:
            kept.append(finding)
            continue
        decided = diputuskan(finding, made)
        if made.putusan == "ditolak":
            aside.append(Diabaikan(finding=decided, alasan=made.alasan, asal=made.asal))
        else:
            kept.append(decided)
    known = {finding.sidik for finding in report.findings} | {one.finding.sidik for one in report.diabaikan}
    stale = [
        AbaikanUsang(keadaan="tidak_terpakai", aturan=mark, alasan=made.alasan, asal=made.asal)
        for mark, made in keputusan.items()
        if made.putusan == "ditolak" and mark not in known
    ]
    return replace(
        report,
        findings=tuple(kept),
        diabaikan=(*report.diabaikan, *aside),
        abaikan_usang=(*report.abaikan_usang, *stale),
    )


def diputuskan(finding: Finding, made: Keputusan) -> Finding:
    """The finding as the decision leaves it."""
    words = made.rekomendasi
    changed = words is not None and words != " ".join(finding.rekomendasi.split())
    return replace(
        finding,
        telaah=made.putusan == "telaah" or (finding.telaah and made.putusan != "diterima"),
        rekomendasi=words if changed and words else finding.rekomendasi,
        keputusan=replace(made, rekomendasi=finding.rekomendasi if changed else None),
    )


def memuat_keputusan(path: Path) -> bool:
    """Whether a file that is to be written already holds decisions of people, which a new one would destroy."""
    if not path.is_file():
        return False
    try:
        return bool(baca(path))
    except ConfigError:
        return False
