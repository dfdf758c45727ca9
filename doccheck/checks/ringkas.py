"""The same fault on many rows of one document is one finding: a person mends a habit once, and forty findings of it hide the others.

Only for rules that say so (`kelompok` in the rule file): where each fault must be mended on its own (a target that differs from the
Renstra) each stays a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ..bahasa import _
from ..model import Bukti, Finding, Lokasi
from ..tempat import tempat
from .fingerprint import bedakan, sidik
from .template import daftar, kutip

BUKTI_KELOMPOK = 60
"""At most so many places are kept as evidence of one finding; its text says how many there are."""
_DISEBUT = 6

_Kunci = tuple[str, str, bool, str | None, str]


def ringkas(findings: Sequence[Finding], kelompok: Mapping[str, int]) -> list[Finding]:
    """Findings of one rule, severity and certainty in one document become one where they are more than kelompok[rule]. The order of the
    findings is kept; the group stands where its first finding stood."""
    groups: dict[_Kunci, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_kunci(finding)].append(finding)
    many = {key: _satukan(group) for key, group in groups.items() if len(group) > kelompok.get(key[0], len(group))}
    marks = dict(zip(many, bedakan(finding.sidik for finding in many.values()), strict=True))
    done: dict[_Kunci | str, Finding] = {}
    for finding in findings:
        key = _kunci(finding)
        done.setdefault(key if key in many else finding.sidik, replace(many[key], sidik=marks[key]) if key in many else finding)
    return list(done.values())


def _kunci(finding: Finding) -> _Kunci:
    document = finding.bukti[0].dokumen if finding.bukti else ""
    return finding.aturan, finding.keparahan, finding.telaah, finding.perangkat_daerah, document


def _satukan(findings: Sequence[Finding]) -> Finding:
    first, *rest = findings
    places = [one.bukti[0] for one in rest if one.bukti]
    peran = first.bukti[0].peran if first.bukti else ""
    kondisi = _("Hal yang sama terdapat pada {jumlah} butir lain dalam dokumen itu: {daftar}.").format(
        jumlah=len(rest), daftar=daftar((_tempat(place) for place in places), _DISEBUT)
    )
    rekomendasi = _("Hal yang sama berlaku bagi {jumlah} butir lain yang disebut.").format(jumlah=len(rest))
    evidence = dict.fromkeys((*first.bukti[:1], *places, *first.bukti[1:], *(item for one in rest for item in one.bukti[1:])))
    return replace(
        first,
        kondisi=f"{first.kondisi} {kondisi}",
        rekomendasi=f"{first.rekomendasi} {rekomendasi}",
        bukti=tuple(evidence)[:BUKTI_KELOMPOK],
        keyakinan=min(one.keyakinan for one in findings),
        sidik=sidik(first.aturan, first.perangkat_daerah, peran, ("kelompok", first.keparahan, "telaah" if first.telaah else "")),
    )


def _tempat(place: Bukti) -> str:
    page = tempat(Lokasi(halaman=place.halaman))
    more = "; ".join(part for part in (place.nilai, page) if part)
    return kutip(place.kutipan) + (f" ({more})" if more else "")
