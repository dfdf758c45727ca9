"""JUnit XML: a suite an agency. Each finding is a failed case, a doubtful one and each rule that could not be judged a skipped one; each
document that was read is a case that passed, so that a run that read nothing never looks green."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ..aturan import Rule
from ..bahasa import _, get_lang
from ..model import Dokumen, Finding, Report
from .labels import KEPARAHAN
from .letak import isi
from .ringkas import tanda_keputusan
from .summary import per_agency

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold; texts of PDF contain them."""


def junit(report: Report, rules: Mapping[str, Rule], unread: tuple[str, ...] = ()) -> str:
    """The file's text. unread: names of documents that could not be read; they are errors."""
    root = etree.Element("testsuites", name="doccheck")
    lang = get_lang()
    for agency, findings in per_agency(report).items():
        suite = etree.SubElement(root, "testsuite", name=_clean(agency or _("Dokumen daerah")))
        for dokumen in report.documents:
            if dokumen.perangkat_daerah == agency and dokumen.berkas not in unread:
                _case(suite, _("Membaca dokumen"), dokumen.berkas)
        for finding in findings:
            name = rules[finding.aturan].teks[lang].nama if finding.aturan in rules else finding.aturan
            case = _case(suite, f"{finding.aturan} {name}", finding.bukti[0].dokumen if finding.bukti else "")
            _outcome(case, finding)
        _count(suite)
    _unread(root, report, unread)
    _not_judged(root, report)
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total) or 0) for suite in root)))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True).decode()


def _case(suite: etree._Element, classname: str, name: str) -> etree._Element:
    return etree.SubElement(suite, "testcase", classname=_clean(classname), name=_clean(name))


def _outcome(case: etree._Element, finding: Finding) -> None:
    case.set("name", _clean(f"{finding.sidik} {case.get('name')}".strip()))
    severity = _(KEPARAHAN[finding.keparahan])
    if finding.telaah:
        reasons = [f"({reason})" for reason in finding.ragu]
        etree.SubElement(case, "skipped", message=_clean(" ".join((f"{_('perlu telaah')}: {finding.kondisi}", *reasons))))
        return
    failure = etree.SubElement(case, "failure", type=finding.keparahan, message=_clean(f"{severity}: {finding.kondisi}"))
    texts = (finding.kriteria, finding.akibat, finding.rekomendasi, tanda_keputusan(finding))
    parts = (*texts, *(isi(bukti) for bukti in finding.bukti))
    failure.text = _clean("\n".join(part for part in parts if part))


def _unread(root: etree._Element, report: Report, unread: tuple[str, ...]) -> None:
    if not unread and any(dokumen.kinerja for dokumen in report.documents):
        return
    suite = etree.SubElement(root, "testsuite", name=_("Tidak terbaca"))
    for berkas in unread:
        reasons = [note.pesan for note in report.notes if note.berkas == berkas] + _reasons(report.documents, berkas)
        case = _case(suite, _("Membaca dokumen"), berkas)
        etree.SubElement(case, "error", type="EXT", message=_clean("; ".join(dict.fromkeys(reasons))))
    if not unread:
        case = _case(suite, _("Membaca dokumen"), "-")
        message = _("Tidak ada yang dapat diperiksa: tidak satu pun dokumen memuat kinerja yang terbaca.")
        etree.SubElement(case, "error", type="EXT", message=message)
    _count(suite)


def _reasons(documents: tuple[Dokumen, ...], berkas: str) -> list[str]:
    return [note.pesan for dokumen in documents if dokumen.berkas == berkas for note in dokumen.catatan]


def _not_judged(root: etree._Element, report: Report) -> None:
    if not report.tidak_dinilai:
        return
    suite = etree.SubElement(root, "testsuite", name=_("Aturan yang tidak dapat dinilai"))
    for item in report.tidak_dinilai:
        etree.SubElement(_case(suite, item.aturan, item.alasan), "skipped", message=_clean(item.alasan))
    _count(suite)


def _count(suite: etree._Element) -> None:
    suite.set("tests", str(len(suite)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{tag}"))))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
