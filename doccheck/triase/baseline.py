"""The baseline: the findings that were known on a day, kept in .doccheck/baseline.json beside the documents and reviewed as code is.

A later check tells new findings from those that are still open (with their age) and from those that are solved. The file holds no more
than a reviewer needs, one finding after the other in a fixed order, so that its changes read well.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from datetime import date
from itertools import compress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import _
from ..config import ConfigError
from ..model import Dokumen, Finding, Report, Riwayat, Tercatat
from ..workspace import root_of, unread

LETAK = Path(".doccheck", "baseline.json")
VERSI = 1


class Baseline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file. `tanggal`: the day on which it was last made · `dokumen`: what was read then."""

    versi: int
    tanggal: str
    temuan: tuple[Tercatat, ...]
    dokumen: tuple[str, ...] = ()


def cari(paths: Sequence[Path]) -> Path | None:
    """The baseline in the checked folder or the nearest of its parents."""
    root = root_of(paths)
    return next((folder / LETAK for folder in (root, *root.parents) if (folder / LETAK).is_file()), None)


def muat(path: Path) -> Baseline:
    """Raises ConfigError for a file that is none, of another version, or with a date or state that is none."""
    try:
        baseline = msgspec.json.decode(path.read_bytes(), type=Baseline)
        for day in (baseline.tanggal, *(item.pertama for item in baseline.temuan)):
            if not _tanggal(day):
                line = next((n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if f'"{day}"' in text), 0)
                raise ConfigError(f"{path}:{line}: " + _("{nilai} bukan tanggal (2026-12-31)").format(nilai=repr(day)))
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        raise _galat(path, error) from error
    if baseline.versi != VERSI:
        raise ConfigError(f"{path}: " + _("versi {versi} tidak dikenal").format(versi=baseline.versi))
    return baseline


def _tanggal(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _galat(path: Path, error: Exception) -> ConfigError:
    """The error of a file that people edit, with the line of the value where it is known."""
    from ..config.galat import kata

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ConfigError(f"{path}: " + _("bukan baseline"))
    if isinstance(error, msgspec.ValidationError):
        found = re.search(r"temuan\[(\d+)\]\.(\w+)", str(error))
        lines = [n for n, line in enumerate(text.splitlines(), 1) if found and line.strip().startswith(f'"{found[2]}":')]
        line = lines[int(found[1])] if found and int(found[1]) < len(lines) else None
        return ConfigError(f"{path}{f':{line}' if line else ''}: {kata(error, Baseline)}")
    if isinstance(error, msgspec.DecodeError):
        return ConfigError(f"{path}: " + _("bukan JSON yang sah ({pesan})").format(pesan=error))
    return ConfigError(f"{path}: {error}")


def buat(report: Report, hari: date, lama: Baseline | None = None, aturan: Container[str] | None = None) -> Baseline:
    """A baseline of the report's findings. What an older one already knows keeps its first date, its state and its note; what this check
    could not tell stays in it."""
    known = {item.sidik: item for item in lama.temuan} if lama else {}
    kinds = {dokumen.berkas: _naskah(dokumen) for dokumen in report.documents}
    past = banding(report, lama, "", hari, aturan).riwayat if lama else None
    items = [_record(finding, hari, known.get(finding.sidik), kinds) for finding in report.findings]
    items += past.tidak_diperiksa if past else ()
    items.sort(key=lambda item: (item.aturan, item.perangkat_daerah or "", item.dokumen, item.sidik))
    documents = tuple(sorted(dokumen.berkas for dokumen in report.documents))
    return Baseline(versi=VERSI, tanggal=hari.isoformat(), dokumen=documents, temuan=tuple(items))


def _naskah(dokumen: Dokumen) -> str:
    """Kind, year or period, and post of a document: what it stays under another name of its file."""
    years = dokumen.tahun or "-".join(map(str, dokumen.periode or ()))
    return " ".join(filter(None, (dokumen.jenis, str(years), dokumen.jabatan)))


def _record(finding: Finding, hari: date, known: Tercatat | None, kinds: Mapping[str, str]) -> Tercatat:
    document = finding.bukti[0].dokumen if finding.bukti else ""
    item = Tercatat(
        sidik=finding.sidik,
        aturan=finding.aturan,
        pertama=hari.isoformat(),
        perangkat_daerah=finding.perangkat_daerah,
        dokumen=document,
        naskah=kinds.get(document),
        kondisi=finding.kondisi,
    )
    return replace(item, pertama=known.pertama, triase=known.triase, catatan=known.catatan) if known else item


def banding(report: Report, baseline: Baseline, nama: str, hari: date, aturan: Container[str] | None = None) -> Report:
    """The report with its history. aturan: ids of the rules that ran (None: all). A known finding that is not there any more is solved only
    where its rule ran and its document was read, or, where that is gone, another one of its kind, year, post and agency that was not
    there before ("Renstra final.pdf"); set aside it is neither open nor solved."""
    known = {item.sidik: item for item in baseline.temuan}
    found = {finding.sidik for finding in report.findings} | {one.finding.sidik for one in report.diabaikan}
    lost = set(unread(report))
    read = {dokumen.berkas for dokumen in report.documents} - lost
    gone = [item for item in baseline.temuan if item.sidik not in found]
    fresh = read.difference(baseline.dokumen) if baseline.dokumen else set()
    renamed = {(_naskah(one), one.perangkat_daerah) for one in report.documents if one.berkas in fresh}

    def seen(item: Tercatat) -> bool:
        if item.dokumen in lost or not (aturan is None or item.aturan in aturan):
            return False
        return not item.dokumen or item.dokumen in read or (item.naskah, item.perangkat_daerah) in renamed

    checked = [seen(item) for item in gone]
    past = Riwayat(
        baseline=nama,
        tanggal=baseline.tanggal,
        hari=hari.isoformat(),
        baru=tuple(finding.sidik for finding in report.findings if finding.sidik not in known),
        lama={finding.sidik: known[finding.sidik] for finding in report.findings if finding.sidik in known},
        selesai=tuple(compress(gone, checked)),
        tidak_diperiksa=tuple(compress(gone, (not sure for sure in checked))),
    )
    return replace(report, riwayat=past)


def hanya_baru(report: Report) -> Report:
    """The report with the new findings alone; without a history all are new."""
    if report.riwayat is None:
        return report
    new = set(report.riwayat.baru)
    return replace(report, findings=tuple(finding for finding in report.findings if finding.sidik in new))


def teks(baseline: Baseline) -> str:
    """The file's text."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=2).decode() + "\n"
